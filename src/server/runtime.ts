import { monotonicNow } from './clock.js';

/** The handler's access to time, chance and ids, so that tests can decide them. */
export interface Runtime {
  /** Milliseconds since 1970: for dates alone, since the system clock may be set back. */
  now(): number;
  /** Milliseconds from an arbitrary origin, never going back: for ages, deadlines and buckets. */
  monotonicNow(): number;
  /** Calls once, later; the returned function cancels it. */
  schedule(ms: number, call: () => void): () => void;
  /** From 0 up to, but not including, 1. */
  random(): number;
  /** A new unique text. */
  createId(): string;
}

/** The machine's own clocks, randomness and timers. */
const machineRuntime: Runtime = {
  now: () => Date.now(),
  monotonicNow,
  random: () => Math.random(),
  createId: () => crypto.randomUUID(),
  schedule(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Fills in the machine's own for what is missing. A `now` alone also serves as the monotonic clock.
 */
export function toRuntime(given: Partial<Runtime>): Runtime {
  return { ...machineRuntime, ...(given.now && { monotonicNow: given.now }), ...given };
}

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

/** Converts any thrown value into an `Error`. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
