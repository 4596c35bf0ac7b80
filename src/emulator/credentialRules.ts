import { type Authorizations, createToken } from './authorizations.js';
import { isRecord, readRecord, readText } from './readMember.js';
import { invalidField } from './platformError.js';
import type { AuthSchemeConfig, Credential } from './shapes.js';

interface CredentialRule {
  /** Type of the credential in the platform's words. */
  readonly type: string;
  /** The one member of `data`. */
  readonly member: string;
  readonly texts: readonly string[];
  /** Members that may be empty texts. */
  readonly mayBeEmpty?: readonly string[];
}

const rules: Readonly<Record<string, CredentialRule>> = {
  none: { type: 'none', member: 'none', texts: [] },
  'api-key': { type: 'string', member: 'string', texts: ['value'] },
  'basic-auth': {
    type: 'basic-auth',
    member: 'basicAuth',
    texts: ['username', 'password'],
    mayBeEmpty: ['password'],
  },
  authorizationCode: { type: 'oauth2-code', member: 'oauth2Code', texts: ['code', 'state'] },
  clientCredentials: {
    type: 'oauth2-client',
    member: 'oauth2Client',
    texts: ['clientId', 'clientSecret', 'tokenUrl'],
  },
  password: { type: 'oauth2-password', member: 'oauth2Password', texts: ['username', 'password'] },
  oauth1: { type: 'oauth1', member: 'oauth1', texts: ['state', 'oauthToken', 'oauthVerifier'] },
  oauth1Token: { type: 'oauth1-token', member: 'oauth1Token', texts: ['token', 'tokenSecret'] },
  certificate: { type: 'certificate', member: 'certificate', texts: ['certificate', 'key', 'ca'] },
};

/** @throws {PlatformError} 400 or 422, where the scheme takes another credential. */
export function checkCredentialData(
  scheme: AuthSchemeConfig,
  type: string,
  data: Record<string, unknown>,
  field: string,
): void {
  const rule = rules[toRuleName(scheme)];
  if (rule === undefined) {
    throw invalidField(422, field, `no connection can be made with ${scheme.type}`);
  }
  if (type !== rule.type) throw invalidField(422, `${field}.type`, `must be ${rule.type}`);
  // The vendor's own tools leave the data of `none` out, or empty.
  if (rule.member === 'none' && data['none'] === undefined) return;
  const at = `${field}.data.${rule.member}`;
  const members = readRecord(data[rule.member], at);
  for (const name of rule.texts) {
    const isEmpty = members[name] === '' && rule.mayBeEmpty?.includes(name) === true;
    if (!isEmpty) readText(members[name], `${at}.${name}`);
  }
}

function toRuleName({ type, oauth1, oauth2 }: AuthSchemeConfig): string {
  if (type === 'oauth1' && isRecord(oauth1) && oauth1['tokenAuth'] === true) return 'oauth1Token';
  const grant = isRecord(oauth2) ? oauth2['grant'] : undefined;
  return type === 'oauth2' && isRecord(grant) ? String(grant['type']) : type;
}

/**
 * The credential as it is kept: a code becomes the tokens that it was exchanged for.
 * @throws {PlatformError} 422 for a code that is unknown, another state's, or used.
 */
export function exchange(
  credential: Credential,
  systemId: string,
  authorizations: Authorizations,
  field: string,
): Credential {
  const { oauth2Code, oauth1 } = credential.data;
  const given = isRecord(oauth2Code) ? oauth2Code : oauth1;
  if (!isRecord(given)) return credential;
  const begun = authorizations.find(String(given['state']));
  const code = isRecord(oauth2Code) ? given['code'] : given['oauthVerifier'];
  const isSameRedirect =
    !begun?.isOwnRedirect || !isRecord(oauth2Code) || given['redirectUrl'] === begun.redirectUri;
  if (begun?.code === undefined || begun.code !== code || begun.systemId !== systemId) {
    throw invalidField(422, field, 'the code was not accepted');
  }
  if (begun.isUsed === true) throw invalidField(422, field, 'the code was used before');
  begun.isUsed = true;
  if (!isSameRedirect) throw invalidField(422, field, 'the redirect address is another one');
  return isRecord(oauth2Code) ? { ...credential, ...toTokens() } : credential;
}

function toTokens(): Pick<Credential, 'type' | 'data'> {
  const oauth2Token = {
    scopes: ['orders.read'],
    accessToken: `canary-access-token-${createToken()}`,
    tokenType: 'Bearer',
    refreshToken: `canary-refresh-token-${createToken()}`,
  };
  return { type: 'oauth2-token', data: { oauth2Token } };
}
