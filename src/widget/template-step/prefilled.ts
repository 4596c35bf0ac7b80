import { isUsable, type Connection } from '../../domain/connection.js';
import type { ConnectionList } from '../../headless/useConnections.js';

/**
 * What stands chosen before the user chose: the host's `initialConnections` where the user has it,
 * else the only candidate. Never one that does not work.
 */
export function findPrefilled(
  { connections, hasMore }: Pick<ConnectionList, 'connections' | 'hasMore'>,
  initialId: string | undefined,
): Connection | undefined {
  const initial = connections.find(({ id }) => id === initialId);
  if (initial && isUsable(initial)) return initial;
  const [only] = connections;
  const isOnly = only !== undefined && connections.length === 1 && !hasMore;
  return isOnly && isUsable(only) ? only : undefined;
}
