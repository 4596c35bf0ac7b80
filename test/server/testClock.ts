import { type Runtime, sleep } from '../../src/server/runtime.js';

/** A clock that stands still until a test lets it run. */
export interface TestClock extends Pick<Runtime, 'now' | 'schedule'> {
  /** Waits, or rejects with the signal's reason. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Moves on; whoever sleeps shorter than that wakes up, in order. */
  advance(ms: number): Promise<void>;
  /** Lets time pass, in no time, for as long as the work needs it. */
  run<T>(work: Promise<T>): Promise<T>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function createTestClock(start: number): TestClock {
  let now = start;
  let sleepers: Sleeper[] = [];

  function wakeNext(): boolean {
    const next = sleepers.toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined) return false;
    sleepers = sleepers.filter((each) => each !== next);
    now = Math.max(now, next.at);
    next.wake();
    return true;
  }

  function schedule(ms: number, wake: () => void): () => void {
    const sleeper = { at: now + ms, wake };
    sleepers.push(sleeper);
    return () => {
      sleepers = sleepers.filter((each) => each !== sleeper);
    };
  }

  return {
    now: () => now,
    schedule,
    sleep: (ms, signal) => sleep({ schedule }, ms, signal),
    async advance(ms) {
      const until = now + ms;
      await becomeIdle();
      while (sleepers.some(({ at }) => at <= until)) {
        wakeNext();
        await becomeIdle();
      }
      now = until;
    },
    async run(work) {
      let isDone = false;
      const done = work.finally(() => {
        isDone = true;
      });
      done.catch(() => {});
      for (await becomeIdle(); !isDone; await becomeIdle()) {
        if (sleepers.every(({ at }) => at - now > farMs)) await becomeIdle(400);
        if (!isDone) wakeNext();
      }
      return done;
    },
  };
}

/** A sleeper as far off as this is a deadline: it must not wake because a hash was slow. */
const farMs = 1_500;

/**
 * Until nothing moves any more but time. Hashes and ciphers run beside the event loop, so that each
 * round waits for one of its own, which stands behind them in the same queue.
 */
async function becomeIdle(rounds = 25): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await crypto.subtle.digest('SHA-256', new Uint8Array(1));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
