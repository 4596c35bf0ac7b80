import type { OperationName } from '../../src/emulator.js';
import { createTestHost, type TestHost } from '../support/host.js';
import { createTestClock } from './testClock.js';

/** A host whose time a test decides. */
export function createTimedHost(options: Parameters<typeof createTestHost>[0] = {}): {
  host: TestHost;
  clock: ReturnType<typeof createTestClock>;
  /** Sets the system clock back, as a correction of it does; elapsed time goes on. */
  setBack(ms: number): void;
} {
  const clock = createTestClock(Date.now());
  let behindMs = 0;
  const runtime = {
    now: () => clock.now() - behindMs,
    monotonicNow: clock.now,
    schedule: clock.schedule,
    random: () => 0.5,
  };
  return {
    clock,
    host: createTestHost({ ...options, runtime }),
    setBack(ms) {
      behindMs += ms;
    },
  };
}

export const countOf = (host: TestHost, operation: OperationName): number =>
  host.emulator.requests.filter((each) => each.operation === operation).length;
