import { describe, expect, it } from 'vitest';
import { createMemoryIdempotencyStore } from '../../src/server.js';
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
});
