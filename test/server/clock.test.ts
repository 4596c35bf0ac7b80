import { afterEach, describe, expect, it, vi } from 'vitest';
import { monotonicNow } from '../../src/server/clock.js';

describe('the monotonic clock', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('does not go back when the system clock does', () => {
    const before = monotonicNow();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
    expect(monotonicNow()).toBeGreaterThanOrEqual(before);
  });
});
