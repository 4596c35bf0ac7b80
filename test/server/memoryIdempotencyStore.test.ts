import { describe, expect, it } from 'vitest';
import { createMemoryIdempotencyStore } from '../../src/server.js';

const options = { bodyHash: 'hash', leaseMs: 1_000 };
const sent = { state: 'sent', token: 't', activationIdsBefore: [] } as const;
const done = { state: 'done', activationId: 'a' } as const;

async function claim(
  store: ReturnType<typeof createMemoryIdempotencyStore>,
  key = 'key',
): Promise<string> {
  const result = await store.claim(key, options);
  if (result.state !== 'claimed') throw new Error(`${key} is ${result.state}`);
  return result.token;
}

describe('the memory store', () => {
  it('gives a key to one until it is done, and then says so', async () => {
    const store = createMemoryIdempotencyStore();
    const token = await claim(store);
    expect(await store.claim('key', options)).toEqual({ state: 'pending', bodyHash: 'hash' });
    expect(await store.save('key', token, sent, 5_000)).toBe(true);
    expect(await store.claim('key', options)).toMatchObject({ state: 'pending', record: sent });
    expect(await store.save('key', token, done, 5_000)).toBe(true);
    expect(await store.claim('key', { ...options, bodyHash: 'other' })).toEqual({
      state: 'done',
      bodyHash: 'hash',
      record: done,
    });
  });

  it('takes nothing from whoever lost the key', async () => {
    let now = 0;
    const store = createMemoryIdempotencyStore({ now: () => now });
    const first = await claim(store);
    now = 1_000;
    const second = await claim(store);
    expect(await store.save('key', first, done, 5_000)).toBe(false);
    await store.release('key', first);
    expect(await store.save('key', second, done, 5_000)).toBe(true);
  });

  it('keeps a key with a record past its lease, until the record ends', async () => {
    let now = 0;
    const store = createMemoryIdempotencyStore({ now: () => now });
    await store.save('key', await claim(store), sent, 5_000);
    now = 4_999;
    expect(await store.claim('key', options)).toMatchObject({ state: 'pending' });
    now = 5_000;
    expect(await store.claim('key', options)).toMatchObject({ state: 'claimed' });
  });

  it('gives a released key away again', async () => {
    const store = createMemoryIdempotencyStore();
    await store.release('key', await claim(store));
    expect(await store.claim('key', options)).toMatchObject({ state: 'claimed' });
  });

  it('forgets what was written longest ago where there is too much', async () => {
    const store = createMemoryIdempotencyStore({ maxEntries: 2 });
    const first = await claim(store, 'first');
    await claim(store, 'second');
    await store.save('first', first, done, 5_000);
    await claim(store, 'third');
    expect(await store.claim('first', options)).toMatchObject({ state: 'done' });
    expect(await store.claim('second', options)).toMatchObject({ state: 'claimed' });
  });
});
