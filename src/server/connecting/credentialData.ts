import type { CredentialInput } from '../../domain/credential.js';
import { getOwn, type JsonObject } from '../../domain/json.js';
import { assertNever } from '../../domain/assertNever.js';
import { toPointer } from '../../domain/pointer.js';
import { createUlid } from '../ids.js';
import type { AuthScheme } from '../platform/authScheme.js';
import { objectAt, textAt } from '../platform/jsonAccess.js';
import type { NewCredential } from '../platform/newConnection.js';
import { invalidField } from '../problemError.js';

interface CredentialContext {
  readonly scheme: AuthScheme;
  /** The host's own address of the callback page, where one was used: the exchange repeats it. */
  readonly redirectUrl: string | undefined;
  readonly organisationId: string;
  /** Milliseconds since 1970, for new ids. */
  readonly now: number;
}

/** What the platform wants for one scheme; everything but the user's own texts is the template's. */
export function toNewCredential(
  input: CredentialInput,
  { scheme, redirectUrl, organisationId, now }: CredentialContext,
): NewCredential {
  const { type, data } = toTypedData(input, scheme.config, redirectUrl);
  return {
    id: createUlid(now),
    authSchemeConfig: scheme.config,
    credential: { id: createUlid(now), organisationId, type, data },
  };
}

interface TypedData {
  readonly type: string;
  readonly data: JsonObject;
}

function toTypedData(
  input: CredentialInput,
  config: JsonObject,
  redirectUrl: string | undefined,
): TypedData {
  switch (input.kind) {
    case 'none':
      return { type: 'none', data: { none: {} } };
    case 'apiKey':
      return { type: 'string', data: { string: { value: input.value } } };
    case 'basicAuth':
      return { type: 'basic-auth', data: { basicAuth: toLogin(input) } };
    case 'oauth2Password':
      return { type: 'oauth2-password', data: { oauth2Password: toLogin(input) } };
    case 'oauth2ClientCredentials':
      return toClientData(input, objectAt(config, 'oauth2'));
    case 'oauth2AuthorizationCode': {
      const params = textAt(objectAt(config, 'oauth2'), 'additionalTokenParams');
      const { code, state } = input;
      const oauth2Code = {
        code,
        state,
        ...(params !== undefined && { additionalParams: params }),
        ...(redirectUrl !== undefined && { redirectUrl }),
      };
      return { type: 'oauth2-code', data: { oauth2Code } };
    }
    case 'oauth1Token':
      return toTokenData(input);
    case 'oauth1': {
      const { state, oauthToken, oauthVerifier } = input;
      return { type: 'oauth1', data: { oauth1: { state, oauthToken, oauthVerifier } } };
    }
    case 'certificate': {
      const { certificate, key, ca } = input;
      return { type: 'certificate', data: { certificate: { certificate, key, ca } } };
    }
    default:
      return assertNever(input);
  }
}

function toLogin(input: { readonly username: string; readonly password: string }): JsonObject {
  const { username, password } = input;
  return { username, password };
}

function toClientData(
  input: { readonly clientId: string; readonly clientSecret: string },
  oauth2: JsonObject,
): TypedData {
  const params = textAt(oauth2, 'additionalTokenParams');
  const oauth2Client = {
    clientId: input.clientId,
    clientSecret: input.clientSecret,
    tokenUrl: textAt(oauth2, 'tokenUrl') ?? '',
    scopes: listScopes(oauth2),
    ...(params !== undefined && { additionalParams: params }),
    // Without an id the platform links the certificate that is made in the same call.
    ...(getOwn(oauth2, 'mtlsEnabled') === true && { mTLSEnabled: true }),
  };
  return { type: 'oauth2-client', data: { oauth2Client } };
}

function toTokenData(input: {
  readonly token: string;
  readonly tokenSecret: string;
  readonly realm?: string;
}): TypedData {
  const { token, tokenSecret, realm = '' } = input;
  const oauth1Token = {
    token,
    tokenSecret,
    ...(realm !== '' && { additionalParams: [{ name: 'realm', value: realm }] }),
  };
  return { type: 'oauth1-token', data: { oauth1Token } };
}

/** The names of a scheme's default scopes; some are written as `name=description`. */
export function listScopes(oauth2: JsonObject): readonly string[] {
  const scopes = getOwn(oauth2, 'defaultScopes');
  if (!Array.isArray(scopes)) return [];
  const texts = scopes.filter((each): each is string => typeof each === 'string');
  return texts.map((text) => text.split('=')[0] ?? '').filter((name) => name !== '');
}

const longestText = 16_000;

/**
 * Checks that the credentials are for the template's schemes, one for each, and that nothing needed is
 * empty.
 * @throws {ProblemError} 422
 */
export function checkCredentials(
  credentials: readonly CredentialInput[],
  schemes: readonly AuthScheme[],
): void {
  if (credentials.length !== schemes.length) {
    const message = `There must be ${schemes.length} credentials, one for each scheme.`;
    throw invalidField('/credentials', message);
  }
  for (const [index, credential] of credentials.entries()) {
    if (credential.kind !== schemes[index]?.kind) {
      const path = toPointer(['credentials', index, 'kind']);
      throw invalidField(path, 'This is not the kind that the template asks for.');
    }
    for (const [name, text] of Object.entries(credential)) {
      const path = toPointer(['credentials', index, name]);
      if (text === '' && !mayBeEmpty(credential.kind, name)) {
        throw invalidField(path, 'Must not be empty.');
      }
      if (text.length > longestText) throw invalidField(path, 'Is too long.');
    }
  }
}

function mayBeEmpty(kind: CredentialInput['kind'], name: string): boolean {
  return (kind === 'basicAuth' && name === 'password') || name === 'realm';
}
