import { assertNever } from '../../domain/assertNever.js';
import type { CredentialInput, CredentialKind } from '../../domain/credential.js';
import type { JsonObject } from '../../domain/json.js';
import { parsePointer, toPointer } from '../../domain/pointer.js';
import type { ProblemField } from '../../domain/problem.js';
import type { ConnectForm } from '../../domain/template.js';
import type { AuthorizedCredential } from '../../flow/authorizationAnswer.js';
import { toFieldName } from './connectMembers.js';

/** Credentials that the provider's own page gave, by the place of their scheme. */
export type GrantedCredentials = ReadonlyMap<number, AuthorizedCredential>;

/** One credential for each scheme; `null` while one has to be signed in for. */
export function toCredentials(
  { schemes }: ConnectForm,
  values: JsonObject,
  granted: GrantedCredentials,
): readonly CredentialInput[] | null {
  const credentials = schemes.map(({ kind }, index) => {
    const read = (member: string): string => {
      const value = values[toFieldName(index, member)];
      return typeof value === 'string' ? value : '';
    };
    return toCredential(kind, read, granted.get(index));
  });
  const all = credentials.filter((credential) => credential !== undefined);
  return all.length === schemes.length ? all : null;
}

function toCredential(
  kind: CredentialKind,
  read: (member: string) => string,
  granted: AuthorizedCredential | undefined,
): CredentialInput | undefined {
  switch (kind) {
    case 'none':
      return { kind };
    case 'apiKey':
      return { kind, value: read('value') };
    case 'basicAuth':
    case 'oauth2Password':
      return { kind, username: read('username'), password: read('password') };
    case 'oauth2ClientCredentials':
      return { kind, clientId: read('clientId'), clientSecret: read('clientSecret') };
    case 'oauth1Token': {
      const realm = read('realm').trim();
      const token = { kind, token: read('token'), tokenSecret: read('tokenSecret') };
      return realm === '' ? token : { ...token, realm };
    }
    case 'certificate':
      return { kind, certificate: read('certificate'), key: read('key'), ca: read('ca') };
    case 'oauth2AuthorizationCode':
    case 'oauth1':
      return granted;
    default:
      return assertNever(kind);
  }
}

/** A refused member of the input as the pointer of its field; the input itself where there is none. */
export function toFormFields(fields: readonly ProblemField[]): readonly ProblemField[] {
  return fields.map(({ path, message }) => {
    const [first, index, member] = parsePointer(path) ?? [];
    const isMember = first === 'credentials' && index !== undefined && member !== undefined;
    return { path: isMember ? toPointer([toFieldName(Number(index), member)]) : path, message };
  });
}
