import { toCanary } from '../canaries.js';
import type { AuthSchemeConfig } from '../shapes.js';

/** Each way to sign in that the platform has; OAuth 2.0 four times, for its grants and stages. */
export type AuthKind =
  | 'none'
  | 'apiKey'
  | 'basicAuth'
  | 'oauth2Token'
  | 'oauth2Code'
  | 'oauth2Client'
  | 'oauth2Password'
  | 'oauth1'
  | 'oauth1Token'
  | 'hmac'
  | 'jwtBearer'
  | 'certificate'
  | 'secret';

export interface SchemeContext {
  /** A ULID: the id of the scheme's own credential. */
  readonly id: string;
  /** Free text in practice; default: `id`. */
  readonly schemeId?: string;
  readonly organisationId: string;
  /** Ends every canary, so that a leak names its source. */
  readonly label: string;
}

/** The scheme's settings, with every member that the platform names. */
export function toAuthSchemeConfig(kind: AuthKind, context: SchemeContext): AuthSchemeConfig {
  return schemes[kind](context);
}

const schemes: Readonly<Record<AuthKind, (context: SchemeContext) => AuthSchemeConfig>> = {
  none: (context) => ({ type: 'none', none: toBase(context) }),
  apiKey: (context) => ({
    type: 'api-key',
    apiKey: { ...toBase(context), name: 'X-Api-Key', in: 'header' },
  }),
  basicAuth: (context) => ({ type: 'basic-auth', basicAuth: toBase(context) }),
  oauth2Token: toAuthorizationCode,
  oauth2Code: toAuthorizationCode,
  oauth2Client: (context) =>
    toOAuth2(context, { type: 'clientCredentials', clientCredentials: {} }),
  oauth2Password: (context) => toOAuth2(context, { type: 'password', password: toClient(context) }),
  oauth1: toOAuth1,
  oauth1Token: toTokenOAuth1,
  hmac: (context) => ({ type: 'hmac', hmac: { ...toBase(context), ...signature } }),
  certificate: (context) => ({ type: 'certificate', certificate: toBase(context) }),
  // The platform names no settings for these two.
  jwtBearer: () => ({ type: 'jwt-bearer' }),
  secret: () => ({ type: 'secret' }),
};

const signature = {
  name: 'X-Signature',
  in: 'header',
  algorithm: 'sha1',
  encoding: 'base64',
  digestInputs: ['body'],
};

function toBase({ id, schemeId = id, label }: SchemeContext): Record<string, unknown> {
  const detail = [toCanary(`validation-detail-${label}`)];
  return {
    id: schemeId,
    description: 'Set up by Fernway',
    validationMessages: [{ text: 'Checked against the test account', severity: 'info', detail }],
  };
}

function toClient({ id, organisationId, label }: SchemeContext): Record<string, unknown> {
  return {
    credentialId: id,
    organisationId,
    // The provider's page shows it to everybody.
    clientId: `fernway-${label}`,
    clientSecret: toCanary(`client-secret-${label}`),
  };
}

function toAuthorizationCode(context: SchemeContext): AuthSchemeConfig {
  return toOAuth2(context, { type: 'authorizationCode', authorizationCode: toClient(context) });
}

function toOAuth2(context: SchemeContext, grant: Record<string, unknown>): AuthSchemeConfig {
  return {
    type: 'oauth2',
    oauth2: {
      ...toBase(context),
      authorizeUrl: 'https://login.fernway.example/oauth/authorize',
      tokenUrl: 'https://login.fernway.example/oauth/token',
      scopes: [{ name: 'orders.read', description: 'Read orders' }],
      defaultScopes: ['orders.read'],
      additionalAuthorizeParams: '',
      additionalTokenParams: '',
      mtlsEnabled: false,
      mtlsCredentialId: '',
      pkce: true,
      grant,
    },
  };
}

function toOAuth1(context: SchemeContext): AuthSchemeConfig {
  return {
    type: 'oauth1',
    oauth1: {
      ...toBase(context),
      consumerKey: toCanary(`consumer-key-${context.label}`),
      consumerSecret: toCanary(`consumer-secret-${context.label}`),
      tempCredentialEndpoint: toEndpoint('request_token'),
      resourceOwnerAuthorizationEndpoint: toEndpoint('authorize'),
      tokenEndpoint: toEndpoint('access_token'),
      signatureMethod: 'sha256',
      credentialId: context.id,
    },
  };
}

/** Token and secret are typed in, so no endpoint is needed. */
function toTokenOAuth1(context: SchemeContext): AuthSchemeConfig {
  return {
    type: 'oauth1',
    oauth1: {
      ...toBase(context),
      consumerKey: toCanary(`consumer-key-${context.label}`),
      consumerSecret: toCanary(`consumer-secret-${context.label}`),
      signatureMethod: 'sha256',
      credentialId: context.id,
      tokenAuth: true,
    },
  };
}

function toEndpoint(path: string): Record<string, unknown> {
  return {
    url: `https://login.fernway.example/oauth1/${path}`,
    additionalParamConfigs: [
      {
        parameterName: 'realm',
        targetName: 'realm',
        location: 'LOCATION_IGNORE',
        usages: 'USAGE_UNKNOWN',
        required: false,
        modifiable: true,
      },
    ],
    parameterTransmission: 'AUTH_STYLE_AUTHORIZATION_HEADER',
  };
}
