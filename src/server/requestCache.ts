import { createDeadline, type Deadline } from './deadline.js';
import { type Runtime, untilAborted } from './runtime.js';

/** What a read is about. `user` is `null` only where every user would get the same answer. */
export interface CacheKey {
  readonly user: string | null;
  readonly arguments: readonly (string | number | undefined)[];
}

/** Reads of one operation: equal ones at the same time are one, and answers are kept for a while. */
export interface RequestCache<T> {
  /**
   * An answer that is at most `maxAgeMs` old, or the one that is being fetched, or a new one. The
   * fetch is aborted when nobody waits for it any more, or when its own time is over: whoever began
   * it may have less, and those who join it more. A failure is never kept. With `onFailedRefresh`,
   * an answer past half of `maxAgeMs` is replaced behind: whoever asks does not wait for that. A
   * quarter has to pass before the next try.
   */
  read(
    key: CacheKey,
    options: {
      readonly maxAgeMs: number;
      readonly onFailedRefresh?: (error: unknown) => void;
      readonly deadline: Deadline;
    },
    load: (deadline: Deadline) => Promise<T>,
  ): Promise<T>;
  /** Drops what is kept for a user, and lets nobody join a fetch that began before now. */
  invalidate(user: string): void;
}

export interface RequestCacheOptions {
  readonly runtime: Runtime;
  /** How long a fetch may take. */
  readonly timeoutMs: number;
  /** First member of each key: no two operations share an answer. */
  readonly operation: string;
  readonly organisationId: string;
  /** How many answers are kept at the most; 0: none, reads are only shared. `null` never is. */
  readonly maxEntries: number;
}

interface Kept<T> {
  readonly user: string | null;
  readonly value: T;
  readonly at: number;
  /** From when on its age counts towards the next refresh. */
  freshAt: number;
}

interface Fetch<T> {
  readonly user: string | null;
  readonly answer: Promise<T>;
  readonly deadline: Deadline;
  /** How many would miss it; without end once it is over, and there is nothing left to abort. */
  waiting: number;
}

export function createRequestCache<T>(options: RequestCacheOptions): RequestCache<T> {
  const { runtime, timeoutMs, operation, organisationId, maxEntries } = options;
  const kept = new Map<string, Kept<T>>();
  const fetches = new Map<string, Fetch<T>>();

  function start(
    text: string,
    user: string | null,
    load: (deadline: Deadline) => Promise<T>,
  ): Fetch<T> {
    const deadline = createDeadline(runtime, timeoutMs);
    const answer = load(deadline);
    const fetch: Fetch<T> = { user, answer, deadline, waiting: 0 };
    fetches.set(text, fetch);
    void answer
      .catch(() => null)
      .then((value) => {
        // Of a fetch that is over, an abort would stop nothing, and costs more than the rest of this.
        fetch.waiting = Infinity;
        deadline.end();
        // A write in the meantime has taken the fetch out: its answer may be older than the write.
        if (fetches.get(text) !== fetch) return;
        fetches.delete(text);
        if (value === null) return;
        kept.delete(text);
        const at = runtime.monotonicNow();
        kept.set(text, { user, value, at, freshAt: at });
        const [oldest] = kept.keys();
        if (kept.size > maxEntries && oldest !== undefined) kept.delete(oldest);
      });
    return fetch;
  }

  return {
    async read({ user, arguments: parts }, { maxAgeMs, onFailedRefresh, deadline }, load) {
      const text = JSON.stringify([operation, organisationId, user, ...parts]);
      const known = kept.get(text);
      const now = runtime.monotonicNow();
      if (known !== undefined && now - known.at < maxAgeMs) {
        if (onFailedRefresh && now - known.freshAt >= maxAgeMs / 2 && !fetches.has(text)) {
          known.freshAt = now - maxAgeMs / 4;
          const fetch = start(text, user, load);
          // It counts as waited for, so that nobody's leaving aborts it.
          fetch.waiting = 1;
          fetch.answer.catch(onFailedRefresh);
        }
        return known.value;
      }
      const fetch = fetches.get(text) ?? start(text, user, load);
      fetch.waiting += 1;
      try {
        return await untilAborted(fetch.answer, deadline.signal);
      } finally {
        fetch.waiting -= 1;
        if (fetch.waiting === 0) {
          fetch.deadline.end(deadline.signal.reason);
          if (fetches.get(text) === fetch) fetches.delete(text);
        }
      }
    },
    invalidate(user) {
      for (const map of [kept, fetches]) {
        for (const [text, entry] of map) if (entry.user === user) map.delete(text);
      }
    },
  };
}
