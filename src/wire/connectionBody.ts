import type { ConnectionInput } from '../domain/connectionInput.js';
import type { CredentialInput } from '../domain/credential.js';
import { type ParsedBody, parseMembers, refuseBody } from './bodyParsers.js';
import { parseCredential } from './credentialParser.js';

/** What the user entered; the path names the integration, the template and the connection. */
export type ConnectionBody = Pick<ConnectionInput, 'name' | 'baseUrl' | 'credentials'>;

/** More than any template has schemes. */
const mostCredentials = 16;

/** Parses the body of the calls that make a connection, or sign in to it again. */
export function parseConnectionBody(body: unknown): ParsedBody<ConnectionBody> {
  const members = parseMembers(body, ['name', 'baseUrl', 'credentials']);
  if (!members.ok) return members;
  const { name, baseUrl, credentials } = members.value;
  if (typeof name !== 'string') return refuseBody(['name'], 'Must be a text.');
  if (baseUrl !== undefined && typeof baseUrl !== 'string') {
    return refuseBody(['baseUrl'], 'Must be a text.');
  }
  if (!Array.isArray(credentials) || credentials.length > mostCredentials) {
    return refuseBody(['credentials'], `Must be an array of ${mostCredentials} at the most.`);
  }
  const parsed: CredentialInput[] = [];
  for (const [index, item] of credentials.entries()) {
    const credential = parseCredential(item, ['credentials', index]);
    if (!credential.ok) return credential;
    parsed.push(credential.value);
  }
  const value = { name, ...(baseUrl !== undefined && { baseUrl }), credentials: parsed };
  return { ok: true, value };
}
