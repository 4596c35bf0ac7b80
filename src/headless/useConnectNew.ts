import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Connection } from '../domain/connection.js';
import { createBell } from './bell.js';
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
  /** The list to watch, where it has been read. */
  readonly list: Pick<ConnectionList, 'connections' | 'hasMore' | 'totalCount' | 'refresh'> | null;
  /** Called once with what came of it, after the list was read again. */
  readonly onConnected: (connection: Connection) => void;
}

/** Where the host's connect flow stands; `broken` is the connection that it was to repair. */
export type Connecting =
  | { readonly status: 'idle' }
  | { readonly status: 'waiting'; readonly broken: Connection | null }
  | (WatchOutcome & { readonly broken: Connection | null });

export interface ConnectNewActions {
  /**
   * Opens the host's flow, within the press of a button: a popup would be blocked otherwise. With
   * `broken` it is to repair that connection. A flow that was open before is no longer waited for.
   */
  readonly start: (open: () => Promise<ConnectResult>, broken?: Connection) => void;
  /** Looks now. */
  readonly look: () => void;
  /** No longer waits; the flow itself is the host's to close. */
  readonly cancel: () => void;
}

/**
 * The host's own way to make a connection, and what came of it: noticed when the host's promise
 * settles, when the window gets the focus back, and by looking every few seconds.
 */
export function useConnectNew(
  input: ConnectNewInput,
): ConnectNewActions & { readonly connecting: Connecting } {
  const settings = useOnboardingSettings('useConnectNew()');
  const [connecting, setConnecting] = useState<Connecting>({ status: 'idle' });
  const [bell] = useState(createBell);
  const running = useRef<AbortController | null>(null);
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  useEffect(() => () => running.current?.abort(), []);

  const isWaiting = connecting.status === 'waiting';
  useEffect(() => {
    if (!isWaiting) return undefined;
    window.addEventListener('focus', bell.ring);
    return () => window.removeEventListener('focus', bell.ring);
  }, [bell, isWaiting]);

  const start = useCallback<ConnectNewActions['start']>(
    (open, broken) => {
      running.current?.abort();
      const { signal } = (running.current = new AbortController());
      const { environmentId, connectionTemplateId } = latest.current;
      const target = { environmentId, connectionTemplateId };
      setConnecting({ status: 'waiting', broken: broken ?? null });
      const opened = call(open);
      // Whoever waits for it comes a moment later; a flow that fails at once is no uncaught error.
      opened.catch(() => undefined);
      const watching = watchFor({
        before: toBefore(latest.current, broken),
        opened,
        readPages: () => walkConnectionPages(settings, target, signal),
        waitForNextLook: bell.createSchedule(),
        signal,
      });
      watching.then(
        async (outcome) => {
          await latest.current.list?.refresh();
          if (signal.aborted) return;
          if (outcome.status === 'connected') latest.current.onConnected(outcome.connection);
          setConnecting({ ...outcome, broken: broken ?? null });
        },
        () => undefined, // Given up: somebody else has said what there is to say.
      );
    },
    [bell, settings],
  );
  const cancel = useCallback(() => {
    running.current?.abort();
    setConnecting({ status: 'idle' });
  }, []);
  return useMemo(
    () => ({ connecting, start, cancel, look: bell.ring }),
    [connecting, start, cancel, bell],
  );
}

/** In a chunk of its own, since few users connect something: after the popup, which cannot wait. */
async function watchFor(watch: Watch): Promise<WatchOutcome> {
  const chunk = await import('./watchForConnection.js').catch(() => null);
  if (chunk !== null) return chunk.watchForConnection(watch);
  const hasFailed = await watch.opened.then(
    () => false,
    () => true,
  );
  return { status: hasFailed ? 'failed' : 'nothingNew' };
}

/** A host's function may throw in place of rejecting. */
async function call(open: () => Promise<ConnectResult>): Promise<ConnectResult> {
  return open();
}

function toBefore({ list }: ConnectNewInput, broken: Connection | undefined): ConnectionsBefore {
  return {
    ids: new Set(list?.connections.map(({ id }) => id)),
    isComplete: list?.hasMore === false,
    totalCount: list?.totalCount,
    at: Date.now(),
    ...(broken && { broken }),
  };
}
