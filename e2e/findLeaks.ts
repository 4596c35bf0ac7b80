import { canaries, type PlatformData } from '../src/emulator.js';
import type { Exchange } from './recordingProxy.js';

/** The demo's names of its users, as they stand in the page's address, and their external ids. */
const externalIds: Readonly<Record<string, string>> = {
  amelia: 'user-amelia',
  bashir: 'user-bashir',
  carla: 'user-carla',
};

/**
 * What a browser must not see in what it was sent: marks of secrets, source files and keys, and ids
 * of other users, of their connections and of their activations.
 */
export function findLeaks(exchange: Exchange, data: PlatformData | null): string[] {
  const { path, text } = exchange;
  const foreign = data === null ? [] : listForeignIds(data, exchange.user);
  const leaks = [...canaries.findIn(text), ...foreign.filter((id) => text.includes(id))];
  return leaks.map((leak) => `${path} gave away ${leak}`);
}

function listForeignIds(data: PlatformData, user: string | null): string[] {
  const own = data.users.find(({ externalId }) => externalId === externalIds[user ?? '']);
  const users = data.users.filter((each) => each !== own);
  const connections = data.connections.filter(
    ({ endUserId }) => endUserId !== null && endUserId !== own?.id,
  );
  const activations = data.activations.filter(({ userId }) => userId !== own?.id);
  return [
    ...users.flatMap(({ id, externalId }) => [id, externalId]),
    ...[...connections, ...activations].map(({ id }) => id),
  ];
}
