import { describe, expect, it } from 'vitest';
import { createMemoryIdempotencyStore, type IdempotencyStore } from '../../../src/server.js';
import { claim, testIdempotencyStore } from './idempotencyStoreContract.js';

describe('the memory store', () => {
  testIdempotencyStore(async () => {
    let now = 0;
    const store = createMemoryIdempotencyStore({ now: () => now });
    return {
      processes: [store, store],
      async pass(ms) {
        now += ms;
      },
    };
  });

  it('forgets what was written longest ago where there is too much', async () => {
    const store = createMemoryIdempotencyStore({ maxEntries: 2 });
    const options = { bodyHash: 'hash', leaseMs: 1_000 };
    const first = await claim(store, 'first');
    await claim(store, 'second');
    await store.save('first', first, { state: 'done', activationId: 'a' }, 5_000);
    await claim(store, 'third');
    expect(await store.claim('first', options)).toMatchObject({ state: 'done' });
    expect(await store.claim('second', options)).toMatchObject({ state: 'claimed' });
  });

  const options = { bodyHash: 'hash', leaseMs: 1_000 };
  const finish = async (store: IdempotencyStore, key: string, activationId = key) => {
    const token = await claim(store, key);
    await store.save(key, token, { state: 'done', activationId }, 5_000);
    return token;
  };

  it('remembers ten thousand that are done, whatever else came and went', async () => {
    const store = createMemoryIdempotencyStore();
    for (let index = 0; index < 12_000; index += 1) {
      await finish(store, `key-${index}`);
      await store.release('lock', await claim(store, 'lock'));
    }
    // One place of the ten thousand was the lock's.
    for (const index of [2_001, 7_777, 11_999]) {
      expect(await store.claim(`key-${index}`, options)).toEqual({
        state: 'done',
        bodyHash: 'hash',
        record: { state: 'done', activationId: `key-${index}` },
      });
    }
    expect(await store.claim('key-1999', options)).toMatchObject({ state: 'claimed' });
  });

  it('forgets in the order of writing, whether it is done or under way', async () => {
    const store = createMemoryIdempotencyStore({ maxEntries: 3 });
    await finish(store, 'done early');
    await claim(store, 'under way');
    await finish(store, 'done late');
    await claim(store, 'fourth');
    await claim(store, 'fifth');
    expect(await store.claim('done late', options)).toMatchObject({ state: 'done' });
    expect(await store.claim('under way', options)).toMatchObject({ state: 'claimed' });
    expect(await store.claim('done early', options)).toMatchObject({ state: 'claimed' });
  });

  it.each([
    ['long keys', 'k'.repeat(500), 'a'],
    ['ids of any letters', 'key', 'größer als erwartet ✓ "quoted"\n'],
    ['ids of several lines', 'key', 'a\nb\n'],
    ['long ids', 'key', 'a'.repeat(500)],
  ])('keeps %s', async (_, key, activationId) => {
    const store = createMemoryIdempotencyStore();
    const token = await finish(store, key, activationId);
    const again = { state: 'done', activationId: 'again' } as const;
    expect(await store.claim(key, options)).toMatchObject({ record: { activationId } });
    expect(await store.save(key, 'another', again, 5_000)).toBe(false);
    expect(await store.save(key, token, again, 5_000)).toBe(true);
    expect(await store.claim(key, options)).toMatchObject({ record: again });
    await store.release(key, token);
    expect(await store.claim(key, options)).toMatchObject({ state: 'claimed' });
  });

  it('ends what is done when its time is over', async () => {
    let now = 0;
    const store = createMemoryIdempotencyStore({ now: () => now });
    await finish(store, 'key');
    now = 4_999;
    expect(await store.claim('key', options)).toMatchObject({ state: 'done' });
    now = 5_000;
    expect(await store.claim('key', options)).toMatchObject({ state: 'claimed' });
  });
});
