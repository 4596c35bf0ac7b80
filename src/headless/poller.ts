/** Decides when something is polled again: at intervals that grow, or at once on demand. */
export interface Poller {
  /** Ends every delay that is under way. */
  readonly refreshNow: () => void;
  /**
   * Makes the function that waits for the next poll: 3 s at first, 15 s after 60 polls, and after
   * 170 (about half an hour) until `refreshNow` or the signal.
   */
  readonly createNextDelay: () => NextDelay;
}

/** Resolves when the next poll is due, or when the signal aborts. */
export type NextDelay = (signal: AbortSignal) => Promise<void>;

const SHORT_MS = 3_000;
const LONG_MS = 15_000;
const SHORT_DELAYS = 60;
const TIMED_DELAYS = 170;

export function createPoller(): Poller {
  const pending = new Set<() => void>();
  return {
    refreshNow() {
      for (const end of pending) end();
    },
    createNextDelay() {
      let count = 0;
      return function nextDelay(signal) {
        count += 1;
        const timeoutMs = toTimeoutMs(count);
        return new Promise((resolve) => {
          const timer = timeoutMs === null ? undefined : setTimeout(end, timeoutMs);
          function end(): void {
            clearTimeout(timer);
            pending.delete(end);
            signal.removeEventListener('abort', end);
            resolve();
          }
          pending.add(end);
          signal.addEventListener('abort', end);
          if (signal.aborted) end();
        });
      };
    },
  };
}

/** `null`: no timer, only `refreshNow`. */
function toTimeoutMs(count: number): number | null {
  if (count > TIMED_DELAYS) return null;
  return count > SHORT_DELAYS ? LONG_MS : SHORT_MS;
}
