import { isUsable, type Connection } from '../domain/connection.js';
import type { Page } from '../domain/page.js';
import type { NextDelay } from './poller.js';

/** The result of the host's connect flow. */
export type ConnectResult = { readonly connectionId?: string } | void;

/** The connections before the host's connect flow was opened. */
export interface ConnectionsBefore {
  readonly ids: ReadonlySet<string>;
  /** False: there were more than `ids`. */
  readonly isComplete: boolean;
  readonly totalCount: number | undefined;
  /** Milliseconds since 1970, by the browser's clock. */
  readonly at: number;
  /** The connection to repair; `undefined`: a new one is awaited. */
  readonly broken: Connection | undefined;
}

export interface Watch {
  readonly before: ConnectionsBefore;
  /** The host's connect flow. */
  readonly opened: Promise<ConnectResult>;
  /** Reads the list afresh, page by page; throws if it cannot be read. */
  readonly readPages: () => AsyncIterable<Page<Connection>>;
  /** Resolves when the next poll is due. */
  readonly nextDelay: NextDelay;
  readonly signal: AbortSignal;
}

export type WatchOutcome =
  | { readonly status: 'connected'; readonly connection: Connection }
  /** The host's flow has ended, and the list shows no new or repaired connection. */
  | { readonly status: 'nothingNew' }
  | { readonly status: 'failed' };

/** A connection can take a moment to appear after the host's flow has ended. */
const POLLS_AFTER_END = 3;

/** The platform's clock may be behind the browser's by this much. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/**
 * Polls the list until the host's connect flow has an outcome, even if its promise never settles,
 * as after a popup that the browser blocked or the user closed. Rejects only when the signal
 * aborts.
 */
export async function watchForConnection(watch: Watch): Promise<WatchOutcome> {
  const { opened, nextDelay, signal } = watch;
  const flow = followFlow(opened);
  let seenTotal = watch.before.totalCount;
  let pollsAfterEnd = 0;
  for (;;) {
    // A poll right after the press would find nothing; one right after the end is the decisive one.
    if (flow.end === undefined) await Promise.race([flow.ending, nextDelay(signal)]);
    else if (pollsAfterEnd > 0) await nextDelay(signal);
    signal.throwIfAborted();
    const { end } = flow;
    const { found, totalCount } = await poll(watch, end, seenTotal);
    signal.throwIfAborted();
    if (found !== undefined) return { status: 'connected', connection: found };
    seenTotal = totalCount;
    if (end === undefined) continue;
    if (end.hasFailed) return { status: 'failed' };
    pollsAfterEnd += 1;
    if (pollsAfterEnd === POLLS_AFTER_END) return { status: 'nothingNew' };
  }
}

interface FlowEnd {
  readonly connectionId?: string;
  readonly hasFailed: boolean;
}

function followFlow(opened: Promise<ConnectResult>): { end?: FlowEnd; ending: Promise<void> } {
  const flow: { end?: FlowEnd; ending: Promise<void> } = {
    ending: opened.then(
      (result) => {
        flow.end = { hasFailed: false, ...(result?.connectionId && { ...result }) };
      },
      () => {
        flow.end = { hasFailed: true };
      },
    ),
  };
  return flow;
}

/** Pages that a poll reads to find a broken connection while the host's flow is still open. */
const PAGES_FOR_BROKEN = 5;

/** Reads beyond the first page only if a connection is known to be further on. */
async function poll(
  { before, readPages }: Watch,
  end: FlowEnd | undefined,
  seenTotal: number | undefined,
): Promise<{ found?: Connection; totalCount: number | undefined }> {
  const wantedId = end?.connectionId;
  let totalCount = seenTotal;
  let pagesForBroken = before.broken === undefined ? 0 : end ? Infinity : PAGES_FOR_BROKEN;
  try {
    for await (const page of readPages()) {
      const found = findAwaited(page.items, before, wantedId);
      totalCount = page.totalCount;
      if (found !== undefined) return { found, totalCount };
      if (page.items.some(({ id }) => id === before.broken?.id)) pagesForBroken = 0;
      pagesForBroken -= 1;
      const mayFollow = wantedId !== undefined || totalCount !== seenTotal || pagesForBroken > 0;
      if (!mayFollow) break;
    }
  } catch {
    // The next poll tries again; the screen keeps saying that the connection is awaited.
  }
  return { totalCount };
}

function findAwaited(
  items: readonly Connection[],
  before: ConnectionsBefore,
  wantedId: string | undefined,
): Connection | undefined {
  if (wantedId !== undefined) return items.find(({ id }) => id === wantedId);
  const { broken } = before;
  const repaired = items.find((each) => each.id === broken?.id && isUsable(each));
  return repaired ?? items.findLast((each) => isNew(each, before));
}

function isNew({ id, createdAt = '' }: Connection, before: ConnectionsBefore): boolean {
  if (before.ids.has(id)) return false;
  return before.isComplete || Date.parse(createdAt) >= before.at - CLOCK_TOLERANCE_MS;
}
