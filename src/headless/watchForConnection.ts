import { isUsable, type Connection } from '../domain/connection.js';
import type { Page } from '../domain/page.js';

/** What the host's connect flow resolves with. */
export type ConnectResult = { readonly connectionId?: string } | void;

/** What was there before the host's connect flow was opened. */
export interface ConnectionsBefore {
  readonly ids: ReadonlySet<string>;
  /** Whether `ids` are all that there were. */
  readonly isComplete: boolean;
  readonly totalCount: number | undefined;
  /** Milliseconds since 1970, by the browser's clock. */
  readonly at: number;
  /** The connection to be repaired; absent: a new one is awaited. */
  readonly broken?: Connection;
}

export interface Watch {
  readonly before: ConnectionsBefore;
  /** The host's connect flow. */
  readonly opened: Promise<ConnectResult>;
  /** Reads the list anew, page after page; throws where it cannot be read. */
  readonly readPages: () => AsyncIterable<Page<Connection>>;
  /** Resolves when the next look is due: a while later, or at once when something calls for it. */
  readonly waitForNextLook: (signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

export type WatchOutcome =
  | { readonly status: 'connected'; readonly connection: Connection }
  /** The host's flow is through, and the list shows nothing that came of it. */
  | { readonly status: 'nothingNew' }
  | { readonly status: 'failed' };

/** A connection can take a moment to appear after the host's flow is through. */
const LOOKS_AFTER_END = 3;

/** Clocks differ: what the platform says was made a little before may be what is awaited. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/**
 * Waits for what comes of the host's connect flow, whether that tells of its end or not: a popup that
 * the browser blocked or the user closed often tells nothing. Ends only with an outcome or the signal.
 */
export async function watchForConnection(watch: Watch): Promise<WatchOutcome> {
  const { opened, waitForNextLook, signal } = watch;
  const flow = followFlow(opened);
  let seenTotal = watch.before.totalCount;
  let looksAfterEnd = 0;
  for (;;) {
    // A look right after the press would find nothing; one right after the end is what counts.
    if (flow.end === undefined) await Promise.race([flow.ending, waitForNextLook(signal)]);
    else if (looksAfterEnd > 0) await waitForNextLook(signal);
    signal.throwIfAborted();
    const { end } = flow;
    const { found, totalCount } = await look(watch, end, seenTotal);
    signal.throwIfAborted();
    if (found !== undefined) return { status: 'connected', connection: found };
    seenTotal = totalCount;
    if (end === undefined) continue;
    if (end.hasFailed) return { status: 'failed' };
    looksAfterEnd += 1;
    if (looksAfterEnd === LOOKS_AFTER_END) return { status: 'nothingNew' };
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

/** Pages that a look goes through for a broken connection while the host's flow is still open. */
const PAGES_FOR_BROKEN = 5;

/** Goes beyond the first page only where something says that there is more to find. */
async function look(
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
    // The next look tries again; meanwhile the user reads that it is being waited for.
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
