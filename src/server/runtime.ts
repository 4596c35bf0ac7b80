/** What the handler takes from outside of its own code, so that tests decide it. */
export interface Runtime {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls once, later, unless what it gives is called before that. */
  schedule(ms: number, call: () => void): () => void;
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
  schedule(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** Waits, or rejects with the signal's reason. */
export async function sleep(
  { schedule }: Pick<Runtime, 'schedule'>,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  let cancel: (() => void) | undefined;
  const elapsed = new Promise<void>((resolve) => {
    cancel = schedule(ms, resolve);
  });
  await untilAborted(elapsed, signal).finally(cancel);
}

/** Settles like `work`, unless the signal aborts first: then it rejects with the signal's reason. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(toError(signal.reason));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    const leave = (): void => signal.removeEventListener('abort', stop);
    void work.then(resolve, reject).then(leave);
  });
}

/** Whatever was thrown, as an `Error`. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
