/** What the handler takes from outside of its own code, so that tests decide it. */
export interface Runtime {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits, or rejects with the signal's reason. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 up to, but not including, 1. */
  random(): number;
  /** A new unique text. */
  createId(): string;
}

/** The clock and the chance of the machine. */
export const machineRuntime: Runtime = {
  now: () => Date.now(),
  random: () => Math.random(),
  createId: () => crypto.randomUUID(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(toError(signal.reason));
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, ms);
      function stop(): void {
        clearTimeout(timer);
        reject(toError(signal.reason));
      }
      signal.addEventListener('abort', stop, { once: true });
    }),
};

/** Whatever was thrown, as an `Error`. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
