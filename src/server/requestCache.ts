import {
  type BoundedCache,
  type BoundedCacheOptions,
  type CacheEntry,
  createBoundedCache,
} from './boundedCache.js';
import { createDeadline, type Deadline, DeadlineExceeded } from './deadline.js';
import { type Runtime, untilAborted } from './runtime.js';

/** How long pages that a search read serve the same user's next search. */
export const walkedPageMaxAgeMs: number = 20_000;

/** The key of a read. `user` is `null` only if every user gets the same answer. */
export interface CacheKey {
  readonly user: string | null;
  readonly arguments: readonly (string | number | undefined)[];
}

export interface ReadOptions {
  /** 0: only a read that is under way will do. */
  readonly maxAgeMs: number;
  /**
   * Renews an answer past half of `maxAgeMs` in the background, and hears of its failure. The next
   * attempt follows after a quarter of `maxAgeMs` at the earliest.
   */
  readonly onFailedRefresh?: (error: unknown) => void;
  readonly deadline: Deadline;
}

type Load<T> = (deadline: Deadline) => Promise<T>;

/** Reads of one operation: equal ones at the same time share a fetch, and answers are cached. */
export interface RequestCache<T> {
  /**
   * Gives an answer that is at most `maxAgeMs` old, joins the fetch that is under way, or fetches.
   * A fetch has its own time limit and is aborted once no caller waits for it. A caller who joined
   * a fetch that ran out of time, and has time left, fetches anew. Failures and `null` are not kept.
   */
  read(key: CacheKey, options: ReadOptions, load: Load<T>): Promise<T>;
  /** Drops a user's answers; later reads do not join fetches that began before. */
  invalidate(user: string): void;
}

export interface RequestCacheOptions extends Omit<BoundedCacheOptions, 'runtime'> {
  readonly runtime: Runtime;
  /** How long a fetch may take. */
  readonly timeoutMs: number;
  /** First member of each key: no two operations share an answer. */
  readonly operation: string;
  readonly organisationId: string;
}

interface Fetch<T> {
  readonly user: string | null;
  readonly answer: Promise<T>;
  readonly deadline: Deadline;
  /** How many callers wait; infinite once it has settled, since there is nothing left to abort. */
  waiting: number;
}

export function createRequestCache<T>(options: RequestCacheOptions): RequestCache<T> {
  const { runtime, operation, organisationId } = options;
  const answers = createBoundedCache<T>(options);
  const fetches = createFetches(options, answers);
  /** From when on the age of an answer counts towards its next refresh, once one was started. */
  const countedFrom = new WeakMap<CacheEntry<T>, number>();

  function isRefreshDue(entry: CacheEntry<T>, maxAgeMs: number): boolean {
    const now = runtime.monotonicNow();
    if (now - (countedFrom.get(entry) ?? entry.storedAt) < maxAgeMs / 2) return false;
    countedFrom.set(entry, now - maxAgeMs / 4);
    return true;
  }

  return {
    async read({ user, arguments: parts }, readOptions, load) {
      const text = JSON.stringify([operation, organisationId, user, ...parts]);
      const entry = answers.get(text);
      if (entry === undefined || runtime.monotonicNow() - entry.storedAt >= readOptions.maxAgeMs) {
        return fetches.joinOrStart(text, user, readOptions.deadline, load);
      }
      const { maxAgeMs, onFailedRefresh } = readOptions;
      if (onFailedRefresh && !fetches.has(text) && isRefreshDue(entry, maxAgeMs)) {
        fetches.startUnattended(text, user, load).catch(onFailedRefresh);
      }
      return entry.value;
    },
    invalidate(user) {
      answers.deleteUser(user);
      fetches.detachUser(user);
    },
  };
}

interface Fetches<T> {
  has(text: string): boolean;
  joinOrStart(text: string, user: string | null, deadline: Deadline, load: Load<T>): Promise<T>;
  /** Is not aborted when callers who joined it leave. */
  startUnattended(text: string, user: string | null, load: Load<T>): Promise<T>;
  /** Detached: no caller joins them, and their answers are not cached. */
  detachUser(user: string): void;
}

/** The fetches under way; an answer that no write has overtaken goes into `answers`. */
function createFetches<T>(
  { runtime, timeoutMs }: RequestCacheOptions,
  answers: BoundedCache<T>,
): Fetches<T> {
  const fetches = new Map<string, Fetch<T>>();

  function detach(text: string, fetch: Fetch<T>): void {
    if (fetches.get(text) === fetch) fetches.delete(text);
  }

  function start(text: string, user: string | null, load: Load<T>): Fetch<T> {
    const deadline = createDeadline(runtime, timeoutMs);
    const fetch: Fetch<T> = { user, answer: load(deadline), deadline, waiting: 0 };
    fetches.set(text, fetch);
    void fetch.answer
      .catch(() => null)
      .then((value) => {
        // Aborting a settled fetch would stop nothing, and costs more than the rest of this.
        fetch.waiting = Infinity;
        deadline.end();
        // A write has detached it: its answer may be older than the write.
        if (fetches.get(text) !== fetch) return;
        fetches.delete(text);
        if (value !== null) answers.set(text, user, value);
      });
    return fetch;
  }

  async function wait(text: string, fetch: Fetch<T>, { signal }: Deadline): Promise<T> {
    fetch.waiting += 1;
    try {
      return await untilAborted(fetch.answer, signal);
    } finally {
      fetch.waiting -= 1;
      if (fetch.waiting === 0) {
        fetch.deadline.end(signal.reason);
        detach(text, fetch);
      }
    }
  }

  return {
    has: (text) => fetches.has(text),
    async joinOrStart(text, user, deadline, load) {
      for (;;) {
        const joined = fetches.get(text);
        if (joined === undefined) return wait(text, start(text, user, load), deadline);
        try {
          return await wait(text, joined, deadline);
        } catch (error) {
          if (!hasTimedOut(joined.deadline) || deadline.signal.aborted) throw error;
          detach(text, joined);
        }
      }
    },
    startUnattended(text, user, load) {
      const fetch = start(text, user, load);
      fetch.waiting = 1;
      return fetch.answer;
    },
    detachUser(user) {
      for (const [text, fetch] of fetches) if (fetch.user === user) fetches.delete(text);
    },
  };
}

function hasTimedOut({ signal }: Deadline): boolean {
  return signal.reason instanceof DeadlineExceeded;
}
