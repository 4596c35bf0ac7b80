import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPoller } from '../../src/headless/poller.js';

const { signal } = new AbortController();

describe('a poller', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('polls every three seconds, later every fifteen, and after half an hour on demand alone', async () => {
    const poller = createPoller();
    const nextDelay = poller.createNextDelay();
    const waits: number[] = [];
    for (let count = 0; count < 170; count += 1) {
      const start = Date.now();
      const delay = nextDelay(signal);
      await vi.runAllTimersAsync();
      await delay;
      waits.push(Date.now() - start);
    }
    expect(waits.slice(0, 60).every((ms) => ms === 3000)).toBe(true);
    expect(waits.slice(60).every((ms) => ms === 15_000)).toBe(true);
    const last = nextDelay(signal);
    expect(vi.getTimerCount()).toBe(0);
    poller.refreshNow();
    await expect(last).resolves.toBeUndefined();
  });

  it('polls at once on demand, and leaves no timer behind', async () => {
    const poller = createPoller();
    const delay = poller.createNextDelay()(signal);
    poller.refreshNow();
    await expect(delay).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends a delay when its signal aborts, also one that had aborted before', async () => {
    const controller = new AbortController();
    const nextDelay = createPoller().createNextDelay();
    const delay = nextDelay(controller.signal);
    controller.abort();
    await expect(delay).resolves.toBeUndefined();
    await expect(nextDelay(controller.signal)).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });
});
