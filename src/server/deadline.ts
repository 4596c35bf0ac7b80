import type { Runtime } from './runtime.js';

/** The reason of a signal that was aborted because its time was over. */
export class DeadlineExceeded extends Error {
  constructor() {
    super('The time for this request is over.');
  }
}

/** The time that is left for something. */
export interface Deadline {
  /** Aborted with `DeadlineExceeded` when the time is over, with another reason when it is no longer needed. */
  readonly signal: AbortSignal;
  remainingMs(): number;
  /** Clears the timer; without it, that stays. With a reason, work in progress is aborted. */
  end(reason?: unknown): void;
}

/** Starts the clock. A parent that is aborted takes the deadline with it. */
export function createDeadline(runtime: Runtime, ms: number, parent?: AbortSignal): Deadline {
  const time = new AbortController();
  const at = runtime.monotonicNow() + ms;
  const stop = runtime.schedule(ms, () => time.abort(new DeadlineExceeded()));
  return {
    signal: parent === undefined ? time.signal : AbortSignal.any([time.signal, parent]),
    remainingMs: () => Math.max(0, at - runtime.monotonicNow()),
    end(reason) {
      stop();
      if (reason !== undefined) time.abort(reason);
    },
  };
}
