/** Calls for a look at something, by itself now and then, or at once when it is rung. */
export interface Bell {
  readonly ring: () => void;
  /**
   * Makes the function that waits for the next call: every three seconds at first, more rarely later,
   * after half an hour only when it is rung.
   */
  readonly createSchedule: () => (signal: AbortSignal) => Promise<void>;
}

const SHORT_MS = 3_000;
const LONG_MS = 15_000;
const SHORT_LOOKS = 60;
const MOST_LOOKS = 170;

export function createBell(): Bell {
  const listeners = new Set<() => void>();
  return {
    ring() {
      for (const listener of listeners) listener();
    },
    createSchedule() {
      let looks = 0;
      return (signal) =>
        new Promise((resolve) => {
          looks += 1;
          const delayMs = looks > SHORT_LOOKS ? LONG_MS : SHORT_MS;
          const timer = looks > MOST_LOOKS ? undefined : setTimeout(end, delayMs);
          function end(): void {
            clearTimeout(timer);
            listeners.delete(end);
            signal.removeEventListener('abort', end);
            resolve();
          }
          listeners.add(end);
          signal.addEventListener('abort', end);
          if (signal.aborted) end();
        });
    },
  };
}
