import type { Backend } from '../../backend/backend.js';
import { isAuthorizedKind } from '../../domain/credential.js';
import type { ConnectForm, ConnectionTemplate } from '../../domain/template.js';
import type { ConnectionList } from '../../headless/useConnections.js';

/** Whether the widget itself can make a connection, or repair one, for a template. */
export function canConnectInPlace(
  backend: Backend,
  { connect, managed }: ConnectionTemplate,
  way: 'createConnection' | 'reconnectConnection',
): boolean {
  if (managed || connect === null || backend[way] === undefined) return false;
  const needsSignIn = connect.schemes.some(({ kind }) => isAuthorizedKind(kind));
  return !needsSignIn || backend.startAuthorization !== undefined;
}

/** Whether all that the user does is to sign in at the provider. */
export function asksForNothing({ schemes, baseUrl }: ConnectForm, isRepair: boolean): boolean {
  return (isRepair || baseUrl === 'no') && schemes.every(({ kind }) => isAuthorizedKind(kind));
}

/** What a new account is called unless the user says something else: the second has a number. */
export function toProposedName(
  { name }: ConnectionTemplate,
  list: Pick<ConnectionList, 'connections' | 'hasMore'>,
): string {
  const { length } = list.connections;
  return length === 0 || list.hasMore ? name : `${name} ${length + 1}`;
}
