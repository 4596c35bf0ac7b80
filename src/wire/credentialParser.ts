import type { CredentialInput, CredentialKind } from '../domain/credential.js';
import type { JsonObject } from '../domain/json.js';
import { type ParsedBody, parseMembers, refuseBody } from './bodyParsers.js';

interface Members {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
}

/** The members of each kind besides `kind`; all are texts. */
const membersByKind: Readonly<Record<CredentialKind, Members>> = {
  none: { required: [] },
  apiKey: { required: ['value'] },
  basicAuth: { required: ['username', 'password'] },
  oauth2ClientCredentials: { required: ['clientId', 'clientSecret'] },
  oauth2Password: { required: ['username', 'password'] },
  oauth2AuthorizationCode: { required: ['ticket', 'code', 'state'] },
  oauth1Token: { required: ['token', 'tokenSecret'], optional: ['realm'] },
  oauth1: { required: ['ticket', 'oauthToken', 'oauthVerifier', 'state'] },
  certificate: { required: ['certificate', 'key', 'ca'] },
};

export const credentialKinds: readonly CredentialKind[] =
  Object.keys(membersByKind).filter(isCredentialKind);

/** Accepts exactly the members of the credential's own kind. */
export function parseCredential(
  value: unknown,
  at: readonly (string | number)[],
): ParsedBody<CredentialInput> {
  const kind = parseMembers(value, allMembers, at);
  if (!kind.ok) return kind;
  const { kind: name } = kind.value;
  if (typeof name !== 'string' || !isCredentialKind(name)) {
    return refuseBody([...at, 'kind'], 'Unknown kind of credential.');
  }
  const { required, optional = [] } = membersByKind[name];
  const members = parseMembers(value, ['kind', ...required, ...optional], at);
  if (!members.ok) return members;
  const wrong = findWrongMember(members.value, required, optional);
  if (wrong !== undefined) return refuseBody([...at, wrong], 'Must be a text.');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table names the members of each kind
  return { ok: true, value: members.value as unknown as CredentialInput };
}

const allMembers: readonly string[] = [
  'kind',
  ...Object.values(membersByKind).flatMap(({ required, optional = [] }) => [
    ...required,
    ...optional,
  ]),
];

function findWrongMember(
  value: JsonObject,
  required: readonly string[],
  optional: readonly string[],
): string | undefined {
  return [...required, ...optional].find((name) => {
    const isAbsent = value[name] === undefined && optional.includes(name);
    return !isAbsent && typeof value[name] !== 'string';
  });
}

function isCredentialKind(name: string): name is CredentialKind {
  return Object.hasOwn(membersByKind, name);
}
