import { expect, it } from 'vitest';
import type { IdempotencyStore } from '../../../src/server.js';

/** One store, as several processes see it, and its time. */
export interface StoreWorld {
  /** Every element is another process's way to the same keys. */
  readonly processes: readonly [IdempotencyStore, IdempotencyStore];
  /** Lets that much time pass for the store. */
  pass(ms: number): Promise<void>;
}

const options = { bodyHash: 'hash', leaseMs: 60_000 };
const sent = { state: 'sent', token: 't', activationIdsBefore: ['a', 'b'] } as const;
const done = { state: 'done', activationId: 'c' } as const;
const dayMs = 86_400_000;

/** Takes a key that must be free. */
export async function claim(
  store: IdempotencyStore,
  key: string = 'key',
  leaseMs: number = options.leaseMs,
): Promise<string> {
  const result = await store.claim(key, { ...options, leaseMs });
  if (result.state !== 'claimed') throw new Error(`${key} is ${result.state}`);
  return result.token;
}

/** What every idempotency store does, wherever it keeps its keys. A host's own store may run it too. */
export function testIdempotencyStore(createWorld: () => Promise<StoreWorld>): void {
  it('gives a key to one, until it is done, and then says so to every process', async () => {
    const [one, other] = (await createWorld()).processes;
    const token = await claim(one);
    expect(await other.claim('key', options)).toEqual({ state: 'pending', bodyHash: 'hash' });
    expect(await one.save('key', token, sent, dayMs)).toBe(true);
    expect(await other.claim('key', { ...options, bodyHash: 'another' })).toEqual({
      state: 'pending',
      bodyHash: 'hash',
      record: sent,
    });
    expect(await other.save('key', token, done, dayMs)).toBe(true);
    expect(await one.claim('key', options)).toEqual({
      state: 'done',
      bodyHash: 'hash',
      record: done,
    });
  });

  it('keeps keys apart', async () => {
    const [one, other] = (await createWorld()).processes;
    const tokens = [await claim(one, 'key'), await claim(other, 'key2'), await claim(one, '{key}')];
    expect(new Set(tokens).size).toBe(3);
  });

  it('gives a key to one alone of a hundred that want it at once', async () => {
    const { processes } = await createWorld();
    const claims = await Promise.all(
      Array.from({ length: 100 }, (_, index) => processes[index % 2 === 0 ? 0 : 1]).map((store) =>
        store.claim('key', options),
      ),
    );
    expect(claims.filter(({ state }) => state === 'claimed')).toHaveLength(1);
    expect(claims.filter(({ state }) => state === 'pending')).toHaveLength(99);
  });

  it('gives a key away again when the lease ends, and takes nothing from whoever had it', async () => {
    const { processes, pass } = await createWorld();
    const [slow, quick] = processes;
    const first = await claim(slow, 'key', 200);
    await pass(201);
    const second = await claim(quick);
    expect(await slow.save('key', first, done, dayMs)).toBe(false);
    await slow.release('key', first);
    expect(await slow.claim('key', options)).toEqual({ state: 'pending', bodyHash: 'hash' });
    expect(await quick.save('key', second, done, dayMs)).toBe(true);
  });

  it('keeps a key with a record past its lease, until the record ends', async () => {
    const { processes, pass } = await createWorld();
    const [one, other] = processes;
    await one.save('lasting', await claim(one, 'lasting', 200), sent, dayMs);
    await one.save('passing', await claim(one, 'passing', 200), sent, 300);
    await pass(301);
    expect(await other.claim('lasting', options)).toMatchObject({ state: 'pending', record: sent });
    expect(await other.claim('passing', options)).toMatchObject({ state: 'claimed' });
    expect(await one.claim('passing', options)).toEqual({ state: 'pending', bodyHash: 'hash' });
  });

  it('writes nothing for a key that ended in the meantime', async () => {
    const { processes, pass } = await createWorld();
    const [one, other] = processes;
    const token = await claim(one, 'key', 200);
    await pass(201);
    expect(await one.save('key', token, sent, dayMs)).toBe(false);
    expect(await other.claim('key', options)).toMatchObject({ state: 'claimed' });
  });

  it('gives a released key away again, record and all', async () => {
    const [one, other] = (await createWorld()).processes;
    const token = await claim(one);
    await one.save('key', token, sent, dayMs);
    await one.release('key', 'not its token');
    expect(await other.claim('key', options)).toMatchObject({ state: 'pending' });
    await one.release('key', token);
    expect(await other.claim('key', { ...options, bodyHash: 'another' })).toMatchObject({
      state: 'claimed',
    });
    expect(await one.claim('key', options)).toEqual({ state: 'pending', bodyHash: 'another' });
  });
}
