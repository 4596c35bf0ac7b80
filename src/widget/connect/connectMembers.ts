import type { CredentialKind } from '../../domain/credential.js';
import type { ConnectKey } from '../../messages/enConnect.js';
import type { PemKind } from './pem.js';

/** A text that the user enters for a scheme. */
export interface ConnectMember {
  /** The member of `CredentialInput`. */
  readonly name: string;
  readonly label: ConnectKey;
  readonly isSecret?: true;
  /** It may be left empty. */
  readonly isOptional?: true;
  readonly pem?: PemKind;
}

const login: readonly ConnectMember[] = [
  { name: 'username', label: 'connect.username' },
  { name: 'password', label: 'connect.password', isSecret: true },
];

/** In the order in which they are asked for. Nothing: the provider's own page asks. */
export const connectMembers: Readonly<Record<CredentialKind, readonly ConnectMember[]>> = {
  none: [],
  apiKey: [{ name: 'value', label: 'connect.apiKey', isSecret: true }],
  // Providers that take a key in place of the user name leave the password empty.
  basicAuth: login.map((member) =>
    member.name === 'password' ? { ...member, isOptional: true } : member,
  ),
  oauth2Password: login,
  oauth2ClientCredentials: [
    { name: 'clientId', label: 'connect.clientId' },
    { name: 'clientSecret', label: 'connect.clientSecret', isSecret: true },
  ],
  oauth2AuthorizationCode: [],
  oauth1Token: [
    { name: 'token', label: 'connect.token', isSecret: true },
    { name: 'tokenSecret', label: 'connect.tokenSecret', isSecret: true },
    { name: 'realm', label: 'connect.realm', isOptional: true },
  ],
  oauth1: [],
  certificate: [
    { name: 'certificate', label: 'connect.certificate', pem: 'certificate' },
    { name: 'key', label: 'connect.key', isSecret: true, pem: 'key' },
    { name: 'ca', label: 'connect.ca', pem: 'certificate' },
  ],
};

/** The name of a member's field in the form. */
export function toFieldName(schemeIndex: number, member: string): string {
  return `${schemeIndex}.${member}`;
}
