import type { StoredConnection } from '../../src/emulator.js';
import { groupBy } from './groupBy.js';
import { type ConnectionIntent, findSecret } from './connectionIntent.js';

/** What must never be, as sentences; empty: all is well. */
type Breaches = readonly string[];

/**
 * Looks at accounts that were made and removed, when the platform is calm and each intent to make one
 * was repeated once more.
 */
export function findConnectionBreaches(
  intents: readonly ConnectionIntent[],
  connections: readonly StoredConnection[],
): Breaches {
  const made = intents.filter(({ kind }) => kind === 'create');
  const labels = groupBy(made, ({ label }) => label);
  return [
    ...made.flatMap((intent) => findForeign(intent, made, connections)),
    ...[...labels].flatMap(([label, group]) => findMiscount(label, group, connections)),
    ...intents.flatMap((intent) => findNotRemoved(intent, connections)),
  ];
}

function findForeign(
  { key, ids, person }: ConnectionIntent,
  made: readonly ConnectionIntent[],
  connections: readonly StoredConnection[],
): Breaches {
  const breaches = ids.size > 1 ? [`${key} was told of ${ids.size} accounts`] : [];
  for (const id of ids) {
    const owners = made.filter((each) => each.ids.has(id));
    if (owners.length > 1) breaches.push(`${id} was told to ${owners.length} keys`);
    const connection = connections.find((each) => each.id === id);
    const isForeign = connection !== undefined && connection.endUserId !== person.id;
    if (isForeign) breaches.push(`${key} was told of ${id}, which is another's`);
  }
  return breaches;
}

/** Of keys with one label only the number can be compared, and what each was told of. */
function findMiscount(
  label: string,
  group: readonly ConnectionIntent[],
  connections: readonly StoredConnection[],
): Breaches {
  const there = connections.filter(({ name }) => name.slice(0, name.lastIndexOf(' ')) === label);
  const told = new Set(group.flatMap(({ ids }) => [...ids]));
  const all = new Set([...told, ...there.map(({ id }) => id)]);
  if (all.size > group.length) return [`${label}: ${group.length} keys, ${all.size} accounts`];
  const untold = there.filter(({ id }) => !told.has(id));
  // Everything that was made can be found by the key that made it.
  return group.length === 1 && untold.length > 0 ? [`${label}: made, and found by nobody`] : [];
}

function findNotRemoved(
  { kind, connectionId, ids }: ConnectionIntent,
  connections: readonly StoredConnection[],
): Breaches {
  const isRemoved = kind === 'remove' && ids.size > 0;
  const isThere = connections.some(({ id }) => id === connectionId);
  return isRemoved && isThere ? [`${connectionId} was removed, and is there`] : [];
}

/** Accounts that were told to be made, that nobody tried to remove, and that are not there. */
export function findVanished(
  intents: readonly ConnectionIntent[],
  connections: readonly StoredConnection[],
): Breaches {
  const made = intents.filter(({ kind }) => kind === 'create').flatMap(({ ids }) => [...ids]);
  return made
    .filter(
      (id) => !intents.some(({ kind, ...each }) => kind === 'remove' && each.connectionId === id),
    )
    .filter((id) => !connections.some((each) => each.id === id))
    .map((id) => `${id} was made, and is not there`);
}

/** Accounts that nobody has left in the dark: each sign-in to them was told to have succeeded. */
interface SettledAccount {
  readonly connection: StoredConnection;
  /** The secrets of the last sign-in, of both tabs where there were two. */
  readonly secrets: readonly string[];
}

/** Where one sign-in is open it may still be done later, and then is the last one. */
export function listSettled(
  intents: readonly ConnectionIntent[],
  connections: readonly StoredConnection[],
): readonly SettledAccount[] {
  return connections.flatMap((connection) => {
    const writers = listWriters(intents, connection);
    if (writers.length === 0 || writers.some(({ ids }) => ids.size === 0)) return [];
    const lastBatch = Math.max(...writers.map(({ batch }) => batch));
    const last = writers.filter(({ batch }) => batch === lastBatch);
    return [{ connection, secrets: last.map(({ secret }) => secret) }];
  });
}

/** Looks at what the accounts sign in with, before anything is repeated. */
export function findLostSignIns(
  intents: readonly ConnectionIntent[],
  connections: readonly StoredConnection[],
): Breaches {
  const foreign = connections
    .filter((connection) => {
      const writers = listWriters(intents, connection);
      const secret = findSecret(connection.credentials);
      return writers.length > 0 && !writers.some((each) => each.secret === secret);
    })
    .map(({ id }) => `${id} has a secret of nobody's`);
  const lost = listSettled(intents, connections)
    .filter(({ connection: { credentials }, secrets }) => {
      const secret = findSecret(credentials);
      return secret === undefined || !secrets.includes(secret);
    })
    .map(({ connection: { id } }) => `${id} was signed in to again, and has an older secret`);
  return [...foreign, ...lost];
}

function listWriters(
  intents: readonly ConnectionIntent[],
  { id }: StoredConnection,
): readonly ConnectionIntent[] {
  return intents.filter(
    ({ kind, connectionId, ids }) =>
      (kind === 'reconnect' && connectionId === id) || (kind === 'create' && ids.has(id)),
  );
}
