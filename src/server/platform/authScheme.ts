import type { CredentialKind } from '../../domain/credential.js';
import { getOwn, type JsonObject } from '../../domain/json.js';
import { idAt, objectAt, textAt } from './jsonAccess.js';

/** One way to sign in of a template; several are applied together. */
export interface AuthScheme {
  /** As the platform gave it, redacted secrets included: it goes back unchanged. */
  readonly config: JsonObject;
  /** `null`: no credential can be made for it. */
  readonly kind: CredentialKind | null;
  readonly description: string | undefined;
}

export function parseAuthScheme(config: JsonObject): AuthScheme {
  const member = memberNames.get(textAt(config, 'type') ?? '') ?? '';
  return {
    config,
    kind: toKind(config),
    description: textAt(objectAt(config, member), 'description'),
  };
}

/** The member that holds a scheme's settings, by its type. */
const memberNames: ReadonlyMap<string, string> = new Map([
  ['none', 'none'],
  ['api-key', 'apiKey'],
  ['basic-auth', 'basicAuth'],
  ['oauth2', 'oauth2'],
  ['oauth1', 'oauth1'],
  ['certificate', 'certificate'],
]);

function toKind(config: JsonObject): CredentialKind | null {
  switch (textAt(config, 'type')) {
    case 'none':
      return 'none';
    case 'api-key':
      return 'apiKey';
    case 'basic-auth':
      return 'basicAuth';
    case 'certificate':
      return 'certificate';
    case 'oauth2':
      return toGrantKind(objectAt(config, 'oauth2'));
    case 'oauth1':
      return toOAuth1Kind(objectAt(config, 'oauth1'));
    default:
      return null;
  }
}

function toGrantKind(oauth2: JsonObject): CredentialKind | null {
  const grant = objectAt(oauth2, 'grant');
  switch (textAt(grant, 'type')) {
    case 'authorizationCode': {
      const { credentialId, organisationId, clientId } = readCodeGrant(grant);
      const isComplete = credentialId && organisationId && clientId;
      return isComplete && isWebUrl(textAt(oauth2, 'authorizeUrl'))
        ? 'oauth2AuthorizationCode'
        : null;
    }
    case 'clientCredentials':
      return isWebUrl(textAt(oauth2, 'tokenUrl')) ? 'oauth2ClientCredentials' : null;
    case 'password':
      return 'oauth2Password';
    default:
      return null;
  }
}

function toOAuth1Kind(oauth1: JsonObject): CredentialKind | null {
  if (getOwn(oauth1, 'tokenAuth') === true) return 'oauth1Token';
  return idAt(oauth1, 'credentialId') === undefined ? null : 'oauth1';
}

export interface CodeGrant {
  readonly credentialId: string | undefined;
  /** Another than the host's own where the system comes from a public library. */
  readonly organisationId: string | undefined;
  readonly clientId: string | undefined;
}

export function readCodeGrant(grant: JsonObject): CodeGrant {
  const settings = objectAt(grant, 'authorizationCode');
  return {
    credentialId: idAt(settings, 'credentialId'),
    organisationId: idAt(settings, 'organisationId'),
    clientId: textAt(settings, 'clientId'),
  };
}

/** Whether a text is an http(s) URL: the only kind that a browser may be sent to. */
export function isWebUrl(text: string | undefined): text is string {
  return text !== undefined && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
