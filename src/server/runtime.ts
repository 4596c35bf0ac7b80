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
  async sleep(ms, signal) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const elapsed = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    await untilAborted(elapsed, signal).finally(() => clearTimeout(timer));
  },
};

/** Settles like `work`, unless the signal aborts first: then it rejects with the signal's reason. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(toError(signal.reason));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Whatever was thrown, as an `Error`. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
