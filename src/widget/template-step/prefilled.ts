import { isUsable, type Connection } from '../../domain/connection.js';
import type { ConnectionList } from '../../headless/useConnections.js';

/** The preselected connection, and why it is. */
export interface Prefilled {
  readonly connection: Connection;
  readonly reason: 'initial' | 'former' | 'only';
}

export interface Candidates extends Pick<ConnectionList, 'connections' | 'hasMore'> {
  /** The host's `initialConnections`, as far as it is known; by id where it is loaded. */
  readonly initialId: string | undefined;
  /** The same where it is on no loaded page. */
  readonly initial: Connection | undefined;
  /** With what the activation ran that the user ended. */
  readonly former: Connection | undefined;
}

/**
 * The host's wish, else what the user had before, else the only candidate: the first of them that the
 * user still has and that works. A draft comes before all of this and is no business of this function.
 */
export function findPrefilled(candidates: Candidates): Prefilled | undefined {
  const { connections, hasMore, initialId, initial, former } = candidates;
  const loaded = (id: string | undefined): Connection | undefined =>
    id === undefined ? undefined : connections.find((each) => each.id === id);
  const wished = loaded(initialId) ?? initial;
  if (wished !== undefined && isUsable(wished)) return { connection: wished, reason: 'initial' };
  const kept = loaded(former?.id) ?? (hasMore ? former : undefined);
  if (kept !== undefined && isUsable(kept)) return { connection: kept, reason: 'former' };
  const [only] = connections;
  const isOnly = only !== undefined && connections.length === 1 && !hasMore;
  return isOnly && isUsable(only) ? { connection: only, reason: 'only' } : undefined;
}
