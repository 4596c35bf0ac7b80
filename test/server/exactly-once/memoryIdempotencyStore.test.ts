import { describe, expect, it } from 'vitest';
import {
  createMemoryIdempotencyStore,
  type IdempotencyStore,
  IdempotencyStoreFull,
} from '../../../src/server.js';
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

  const options = { bodyHash: 'hash', leaseMs: 1_000 };
  const finish = async (
    store: IdempotencyStore,
    key: string,
    { activationId = key, owner = '' } = {},
  ): Promise<string> => {
    const taken = await store.claim(key, { ...options, owner });
    if (taken.state !== 'claimed') throw new Error(`${key} is ${taken.state}`);
    const { token } = taken;
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

  it('drops what is decided before anything that is open, whichever came first', async () => {
    const store = createMemoryIdempotencyStore({ maxEntries: 3 });
    const token = await claim(store, 'open early');
    const sent = { state: 'sent', token, activationIdsBefore: [] } as const;
    await store.save('open early', token, sent, 5_000);
    await finish(store, 'decided');
    await finish(store, 'decided late');
    await claim(store, 'fourth');
    expect(await store.claim('open early', options)).toMatchObject({ state: 'pending' });
    expect(await store.claim('decided late', options)).toMatchObject({ state: 'done' });
    expect(await store.claim('decided', options)).toMatchObject({ state: 'claimed' });
  });

  it('drops the oldest of the user who has most', async () => {
    const store = createMemoryIdempotencyStore({ maxEntries: 4 });
    await finish(store, 'of the light one', { owner: 'light' });
    for (const key of ['first', 'second', 'third']) await finish(store, key, { owner: 'heavy' });
    await finish(store, 'fourth', { owner: 'light' });
    expect(await store.claim('of the light one', options)).toMatchObject({ state: 'done' });
    expect(await store.claim('second', options)).toMatchObject({ state: 'done' });
    expect(await store.claim('first', options)).toMatchObject({ state: 'claimed' });
  });

  it('refuses a new intent where everything is open, until something ends', async () => {
    let now = 0;
    const store = createMemoryIdempotencyStore({ maxEntries: 2, now: () => now });
    await claim(store, 'first');
    const second = await claim(store, 'second');
    await expect(store.claim('third', options)).rejects.toThrow(IdempotencyStoreFull);
    expect(await store.claim('second', options)).toMatchObject({ state: 'pending' });
    const lock = await store.claim('lock', { ...options, isContinuation: true });
    expect(lock).toMatchObject({ state: 'claimed' });
    if (lock.state === 'claimed') await store.release('lock', lock.token);
    await store.save('second', second, { state: 'done', activationId: 'a' }, 5_000);
    expect(await store.claim('third', options)).toMatchObject({ state: 'claimed' });
    now = 60_001;
    expect(await store.claim('fourth', options)).toMatchObject({ state: 'claimed' });
  });

  it('refuses a user with a tenth of it open, and nobody else, until something ends', async () => {
    let now = 0;
    const store = createMemoryIdempotencyStore({ maxEntries: 20, now: () => now });
    const claimAs = (owner: string, key: string, more = {}): Promise<unknown> =>
      store.claim(key, { ...options, owner, ...more });
    await finish(store, 'decided', { owner: 'greedy' });
    const first = await store.claim('first', { ...options, owner: 'greedy' });
    await claimAs('greedy', 'second');
    await expect(claimAs('greedy', 'third')).rejects.toThrow(IdempotencyStoreFull);
    expect(await claimAs('greedy', 'first')).toMatchObject({ state: 'pending' });
    const mark = await claimAs('greedy', 'mark', { isContinuation: true, leaseMs: 500 });
    expect([mark, await claimAs('modest', 'third')]).toMatchObject([
      { state: 'claimed' },
      { state: 'claimed' },
    ]);
    now = 500;
    await expect(claimAs('greedy', 'fourth')).rejects.toThrow(IdempotencyStoreFull);
    if (first.state === 'claimed') await store.release('first', first.token);
    expect(await claimAs('greedy', 'fourth')).toMatchObject({ state: 'claimed' });
    await expect(claimAs('greedy', 'fifth')).rejects.toThrow(IdempotencyStoreFull);
    now = 1_500;
    expect(await claimAs('greedy', 'fifth')).toMatchObject({ state: 'claimed' });
  });

  it('counts what is decided against nobody', async () => {
    const store = createMemoryIdempotencyStore({ maxEntries: 10 });
    for (const key of ['a', 'b', 'c']) await finish(store, key, { owner: 'busy' });
    const claimed = await store.claim('d', { ...options, owner: 'busy' });
    expect(claimed).toMatchObject({ state: 'claimed' });
  });

  it('gives nobody more room for a decided intent that goes', async () => {
    const store = createMemoryIdempotencyStore({ maxEntries: 10 });
    const token = await finish(store, 'decided', { owner: 'busy' });
    await store.release('decided', token);
    await store.release('never claimed', token);
    await store.claim('first', { ...options, owner: 'busy' });
    const second = store.claim('second', { ...options, owner: 'busy' });
    await expect(second).rejects.toThrow('A user has 1 entries of the memory store open');
  });

  it('keeps an open intent for its time, whatever the clock of the machine says', async () => {
    const store = createMemoryIdempotencyStore();
    const realNow = Date.now;
    await claim(store, 'key');
    try {
      Date.now = () => realNow() + 3_600_000;
      expect(await store.claim('key', options)).toMatchObject({ state: 'pending' });
    } finally {
      Date.now = realNow;
    }
  });

  it.each([
    ['long keys', 'k'.repeat(500), 'a'],
    ['ids of any letters', 'key', 'größer als erwartet ✓ "quoted"\n'],
    ['ids of several lines', 'key', 'a\nb\n'],
    ['long ids', 'key', 'a'.repeat(500)],
  ])('keeps %s', async (_, key, activationId) => {
    const store = createMemoryIdempotencyStore();
    const token = await finish(store, key, { activationId });
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
