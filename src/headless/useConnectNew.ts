import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Connection } from '../domain/connection.js';
import { createPoller } from './poller.js';
import { walkConnectionPages } from './connectionWalk.js';
import { useOnboardingSettings } from './settings.js';
import type { ConnectionList, ConnectionsInput } from './useConnections.js';
import type {
  ConnectResult,
  ConnectionsBefore,
  Watch,
  WatchOutcome,
} from './watchForConnection.js';

export interface ConnectNewInput extends Omit<ConnectionsInput, 'search'> {
  /** The list to watch; `null` until it has been read. */
  readonly list: Pick<ConnectionList, 'connections' | 'hasMore' | 'totalCount' | 'refresh'> | null;
  /** Called once with the new or repaired connection, after the list was read again. */
  readonly onConnected: (connection: Connection) => void;
}

/** The state of the host's connect flow; `broken` is the connection that it repairs. */
export type Connecting =
  | { readonly status: 'idle' }
  | { readonly status: 'waiting'; readonly broken: Connection | null }
  | (WatchOutcome & { readonly broken: Connection | null });

export interface ConnectNewActions {
  /**
   * Opens the host's flow. Call it within a press of a button: browsers block a popup otherwise.
   * With `broken` it repairs that connection. A flow that was open before is no longer watched.
   */
  readonly start: (open: () => Promise<ConnectResult>, broken?: Connection) => void;
  /** Polls now instead of waiting for the next poll. */
  readonly refreshNow: () => void;
  /** Stops watching; closing the flow itself is up to the host. */
  readonly cancel: () => void;
}

/**
 * Opens the host's own way to make a connection and reports its outcome: when the host's promise
 * settles, when the window is focused again, and by polling the list every few seconds.
 */
export function useConnectNew(
  input: ConnectNewInput,
): ConnectNewActions & { readonly connecting: Connecting } {
  const settings = useOnboardingSettings('useConnectNew()');
  const [connecting, setConnecting] = useState<Connecting>({ status: 'idle' });
  const [poller] = useState(createPoller);
  const running = useRef<AbortController | null>(null);
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  useEffect(() => () => running.current?.abort(), []);

  const isWaiting = connecting.status === 'waiting';
  useEffect(() => {
    if (!isWaiting) return undefined;
    window.addEventListener('focus', poller.refreshNow);
    return () => window.removeEventListener('focus', poller.refreshNow);
  }, [poller, isWaiting]);

  const start = useCallback<ConnectNewActions['start']>(
    (open, broken) => {
      running.current?.abort();
      const { signal } = (running.current = new AbortController());
      const { environmentId, connectionTemplateId } = latest.current;
      const target = { environmentId, connectionTemplateId };
      setConnecting({ status: 'waiting', broken: broken ?? null });
      const opened = call(open);
      // Awaited only once the module is loaded; until then a rejection would be reported as unhandled.
      opened.catch(() => undefined);
      const watching = watchFor({
        before: toBefore(latest.current, broken),
        opened,
        readPages: () => walkConnectionPages(settings, target, signal),
        nextDelay: poller.createNextDelay(),
        signal,
      });
      watching.then(
        async (outcome) => {
          await latest.current.list?.refresh();
          if (signal.aborted) return;
          if (outcome.status === 'connected') latest.current.onConnected(outcome.connection);
          setConnecting({ ...outcome, broken: broken ?? null });
        },
        () => undefined, // Aborted: the caller already updated the state.
      );
    },
    [poller, settings],
  );
  const cancel = useCallback(() => {
    running.current?.abort();
    setConnecting({ status: 'idle' });
  }, []);
  return useMemo(
    () => ({ connecting, start, cancel, refreshNow: poller.refreshNow }),
    [connecting, start, cancel, poller],
  );
}

/** Loaded lazily, since few users connect something, and after the popup, which cannot wait. */
async function watchFor(watch: Watch): Promise<WatchOutcome> {
  const chunk = await import('./watchForConnection.js').catch(() => null);
  if (chunk !== null) return chunk.watchForConnection(watch);
  const hasFailed = await watch.opened.then(
    () => false,
    () => true,
  );
  return { status: hasFailed ? 'failed' : 'nothingNew' };
}

/** Turns a throw of the host's function into a rejection. */
async function call(open: () => Promise<ConnectResult>): Promise<ConnectResult> {
  return open();
}

function toBefore({ list }: ConnectNewInput, broken: Connection | undefined): ConnectionsBefore {
  return {
    ids: new Set(list?.connections.map(({ id }) => id)),
    isComplete: list?.hasMore === false,
    totalCount: list?.totalCount,
    at: Date.now(),
    broken,
  };
}
