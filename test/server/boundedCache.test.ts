import { describe, expect, it } from 'vitest';
import { createBoundedCache } from '../../src/server/boundedCache.js';
import { createTestClock } from './testClock.js';

const bounds = { maxEntries: 3, maxBytes: 10_000, maxAgeMs: 1_000 };

function createCache(options: Partial<typeof bounds> = {}): {
  clock: ReturnType<typeof createTestClock>;
  cache: ReturnType<typeof createBoundedCache<string>>;
  listKept(): string[];
} {
  const clock = createTestClock(0);
  const runtime = { monotonicNow: clock.now };
  const cache = createBoundedCache<string>({ runtime, ...bounds, ...options });
  const keys = ['a', 'b', 'c', 'd', 'large'];
  return { clock, cache, listKept: () => keys.filter((key) => cache.get(key) !== undefined) };
}

describe('a bounded cache', () => {
  it('drops what was stored longest ago where there are too many entries', () => {
    const { cache, listKept } = createCache();
    for (const key of ['a', 'b', 'c']) cache.set(key, null, key);
    cache.set('a', null, 'again');
    cache.set('d', null, 'd');
    expect(listKept()).toEqual(['a', 'c', 'd']);
    expect(cache.get('a')?.value).toBe('again');
  });

  it('drops what was stored longest ago where the values are too large together', () => {
    const { cache, listKept } = createCache();
    for (const key of ['a', 'b', 'c']) cache.set(key, null, 'x'.repeat(2_000));
    expect(listKept()).toEqual(['b', 'c']);
  });

  it('keeps no value that is too large alone, and then has room again', () => {
    const { cache, listKept } = createCache();
    cache.set('large', null, 'x'.repeat(6_000));
    expect(listKept()).toEqual([]);
    for (const key of ['a', 'b']) cache.set(key, null, 'x'.repeat(2_000));
    cache.set('b', null, 'x'.repeat(2_000));
    expect(listKept()).toEqual(['a', 'b']);
  });

  it('drops an entry at the end of its age', async () => {
    const { cache, clock, listKept } = createCache();
    cache.set('a', null, 'a');
    await clock.advance(999);
    expect(listKept()).toEqual(['a']);
    await clock.advance(1);
    expect(listKept()).toEqual([]);
  });

  it('drops what is a user’s, and that alone', () => {
    const { cache, listKept } = createCache();
    cache.set('a', 'amelia', 'a');
    cache.set('b', 'bashir', 'b');
    cache.set('c', null, 'c');
    cache.deleteUser('amelia');
    expect(listKept()).toEqual(['b', 'c']);
  });

  it('keeps nothing where it may keep no entry', () => {
    const { cache, listKept } = createCache({ maxEntries: 0 });
    cache.set('a', null, 'a');
    expect(listKept()).toEqual([]);
  });
});
