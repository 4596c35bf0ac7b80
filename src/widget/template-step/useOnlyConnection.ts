import { useState } from 'react';
import { isUsable, type Connection } from '../../domain/connection.js';
import type { ConnectionList } from '../../headless/useConnections.js';
import { useFlowSlice } from '../flow/FlowContext.js';
import { selectRefusal } from '../flow/RefusalNotice.js';

interface OnlyConnection {
  /** The connection that needs no decision; `null`: there is something to choose. */
  readonly only: Connection | null;
  /** Shows what else can be done here, until the step is left. */
  readonly showAll: () => void;
}

/** Finds the connection that needs no decision, until the user or a refusal asks for one. */
export function useOnlyConnection(
  list: ConnectionList,
  chosen: Connection | undefined,
): OnlyConnection {
  const isRefused = useFlowSlice(selectRefusal) !== null;
  const [isChanging, setChanging] = useState(false);
  // The rows stay once the refusal is settled: one of them has the focus.
  if (isRefused && !isChanging) setChanging(true);
  return { only: isChanging ? null : findOnly(list, chosen), showAll: () => setChanging(true) };
}

/** The only one, chosen, and able to sign in. */
function findOnly(
  { connections, hasMore }: ConnectionList,
  chosen: Connection | undefined,
): Connection | null {
  if (chosen === undefined || !isUsable(chosen)) return null;
  // One that was connected a moment ago may not be in the list yet.
  return !hasMore && connections.every(({ id }) => id === chosen.id) ? chosen : null;
}
