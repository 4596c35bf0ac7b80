import { toCanary } from '../canaries.js';
import type { AuthKind } from './authSchemes.js';
import type { ExampleClock } from './exampleClock.js';

export interface CredentialSecret {
  /** The credential's type in the platform's words. */
  readonly type: string;
  readonly data: Record<string, unknown>;
}

type Secret = (name: string) => string;

/** Credential data, never for a browser: every value is a canary that ends in `label`. */
export function toCredentialSecret(
  kind: AuthKind,
  label: string,
  clock: ExampleClock,
): CredentialSecret {
  return kinds[kind]((name) => toCanary(`${name}-${label}`), clock);
}

const kinds: Readonly<Record<AuthKind, (secret: Secret, clock: ExampleClock) => CredentialSecret>> =
  {
    none: () => ({ type: 'none', data: { none: {} } }),
    apiKey: toText,
    hmac: toText,
    secret: toText,
    jwtBearer: (secret) => ({
      type: 'binary',
      data: { binary: { valueBase64: secret('binary') } },
    }),
    basicAuth: (secret) => ({ type: 'basic-auth', data: { basicAuth: toLogin(secret) } }),
    oauth2Token: (secret, clock) => ({
      type: 'oauth2-token',
      data: { oauth2Token: toToken(secret, clock) },
    }),
    oauth2Code: (secret) => ({
      type: 'oauth2-code',
      data: { oauth2Code: { code: secret('code'), state: secret('state') } },
    }),
    oauth2Client: (secret) => ({ type: 'oauth2-client', data: { oauth2Client: toClient(secret) } }),
    oauth2Password: (secret) => ({
      type: 'oauth2-password',
      data: { oauth2Password: toLogin(secret) },
    }),
    oauth1: (secret) => ({ type: 'oauth1', data: { oauth1: toHandshake(secret) } }),
    oauth1Token: (secret) => ({
      type: 'oauth1-token',
      data: { oauth1Token: toOAuth1Token(secret) },
    }),
    certificate: (secret) => ({
      type: 'certificate',
      data: { certificate: toCertificate(secret) },
    }),
  };

function toText(secret: Secret): CredentialSecret {
  return { type: 'string', data: { string: { value: secret('string') } } };
}

function toLogin(secret: Secret): Record<string, unknown> {
  return { username: secret('username'), password: secret('password') };
}

/** Its own expiry has passed: the platform refreshes it, so it says nothing about health. */
function toToken(secret: Secret, clock: ExampleClock): Record<string, unknown> {
  return {
    scopes: ['orders.read'],
    accessToken: secret('access-token'),
    tokenType: 'Bearer',
    expiresAt: clock.at(-0.01),
    refreshToken: secret('refresh-token'),
  };
}

function toClient(secret: Secret): Record<string, unknown> {
  return {
    clientId: secret('client-id'),
    clientSecret: secret('client-secret'),
    tokenUrl: 'https://login.fernway.example/oauth/token',
    scopes: ['contacts.read'],
    additionalParams: secret('params'),
    mTLSEnabled: false,
    mTLSCredentialId: '',
  };
}

function toHandshake(secret: Secret): Record<string, unknown> {
  return {
    state: secret('state'),
    oauthToken: secret('oauth-token'),
    oauthVerifier: secret('verifier'),
  };
}

function toOAuth1Token(secret: Secret): Record<string, unknown> {
  return {
    token: secret('oauth1-token'),
    tokenSecret: secret('oauth1-secret'),
    additionalParams: [{ name: 'realm', value: secret('params') }],
  };
}

function toCertificate(secret: Secret): Record<string, unknown> {
  return { certificate: secret('certificate'), key: secret('private-key'), ca: secret('ca') };
}
