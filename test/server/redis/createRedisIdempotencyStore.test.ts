import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRedisIdempotencyStore, type RedisClient } from '../../../src/serverRedis.js';
import {
  passTime,
  type RedisConnection,
  type RedisServer,
  startRedisServer,
} from '../../support/redisServer.js';
import { claim, testIdempotencyStore } from '../exactly-once/idempotencyStoreContract.js';

const options = { bodyHash: 'hash', leaseMs: 60_000 };

let redis: RedisServer;
let one: RedisConnection;
let other: RedisConnection;
let worlds = 0;

beforeAll(async () => {
  redis = await startRedisServer();
  one = await redis.connect();
  other = await redis.connect();
}, 600_000);

afterAll(() => redis.stop());

/** No two tests see each other's keys. */
const nextPrefix = (): string => `test-${(worlds += 1)}:`;

describe('the Redis store', () => {
  testIdempotencyStore(async () => {
    const prefix = nextPrefix();
    return {
      processes: [
        createRedisIdempotencyStore({ client: one, prefix }),
        createRedisIdempotencyStore({ client: other, prefix }),
      ],
      pass: (ms) => passTime(one, ms),
    };
  });

  it('puts an end to all that it writes, after the lease or after the record’s own time', async () => {
    const prefix = nextPrefix();
    const store = createRedisIdempotencyStore({ client: one, prefix });
    const token = await claim(store, 'key', 45_000);
    const leaseMs = await one.pTTL(`${prefix}key`);
    await store.save('key', token, { state: 'done', activationId: 'a' }, 86_400_000);
    const keptMs = await one.pTTL(`${prefix}key`);
    expect(leaseMs).toBeGreaterThan(40_000);
    expect(leaseMs).toBeLessThanOrEqual(45_000);
    expect(keptMs).toBeGreaterThan(86_390_000);
    expect(keptMs).toBeLessThanOrEqual(86_400_000);
  });

  it('has a key from the first command where a client sends it twice over a new connection', async () => {
    const prefix = nextPrefix();
    const repeating: RedisClient = {
      async eval(script, parts) {
        await one.eval(script, parts);
        return one.eval(script, parts);
      },
    };
    const store = createRedisIdempotencyStore({ client: repeating, prefix });
    const token = await claim(store);
    expect(await store.save('key', token, { state: 'done', activationId: 'a' }, 1_000)).toBe(true);
  });

  it('asks Redis about one key in each command, so that a cluster can run it', async () => {
    const asked: string[][] = [];
    const watched: RedisClient = {
      eval: (script, parts) => {
        asked.push(parts.keys);
        expect(script.match(/KEYS\[\d+\]/g)?.every((key) => key === 'KEYS[1]')).toBe(true);
        return one.eval(script, parts);
      },
    };
    const store = createRedisIdempotencyStore({ client: watched, prefix: 'cluster:' });
    const token = await claim(store);
    await store.save('key', token, { state: 'done', activationId: 'a' }, 1_000);
    await store.release('key', token);
    expect(asked).toEqual([['cluster:key'], ['cluster:key'], ['cluster:key']]);
  });

  it('refuses a record that it did not write', async () => {
    const prefix = nextPrefix();
    const store = createRedisIdempotencyStore({ client: one, prefix });
    await one.hSet(`${prefix}key`, { token: 't', bodyHash: 'h', record: '{"state":"lost"}' });
    await expect(store.claim('key', options)).rejects.toThrow('Invalid type');
  });

  it('gives up a Redis that does not answer in time, and says so', async () => {
    const client: RedisClient = { eval: () => new Promise(() => undefined) };
    const store = createRedisIdempotencyStore({ client, timeoutMs: 1 });
    await expect(store.claim('key', options)).rejects.toThrow('Redis did not answer within 1 ms');
  });

  it('names the client as what is wrong where it is none', () => {
    const client = {} as RedisClient;
    expect(() => createRedisIdempotencyStore({ client })).toThrow('client has no eval()');
  });

  it('gives a claim that it gave up back behind it, so that nobody waits for a lease', async () => {
    const prefix = nextPrefix();
    const answers: Promise<unknown>[] = [];
    const gate: { open: () => void } = { open: () => undefined };
    const thawed = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    const frozen: RedisClient = {
      async eval(script, parts) {
        await thawed;
        const answer = one.eval(script, parts);
        answers.push(answer);
        return answer;
      },
    };
    const store = createRedisIdempotencyStore({ client: frozen, prefix, timeoutMs: 1 });
    await expect(store.claim('key', options)).rejects.toThrow('did not answer');
    gate.open();
    await expect.poll(() => answers.length).toBe(2);
    await Promise.all(answers);
    const patient = createRedisIdempotencyStore({ client: other, prefix });
    expect(await patient.claim('key', options)).toMatchObject({ state: 'claimed' });
  });

  it('refuses a new key where Redis is out of memory, as a store that is full', async () => {
    const client: RedisClient = {
      eval: () =>
        Promise.reject(new Error("OOM command not allowed when used memory > 'maxmemory'.")),
    };
    const store = createRedisIdempotencyStore({ client });
    await expect(store.claim('key', options)).rejects.toMatchObject({
      name: 'IdempotencyStoreFull',
    });
  });

  it.each([
    ['allkeys-lru', [expect.stringContaining('maxmemory-policy allkeys-lru') as string]],
    ['noeviction', []],
  ])('warns at the start where Redis may evict: %s', async (policy, expected) => {
    const warnings: string[] = [];
    await one.configSet('maxmemory-policy', policy);
    try {
      createRedisIdempotencyStore({
        client: one,
        onWarning: (message) => warnings.push(message),
      });
      await one.info('memory');
      await new Promise((resolve) => setImmediate(resolve));
      expect(warnings).toEqual(expected);
    } finally {
      await one.configSet('maxmemory-policy', 'noeviction');
    }
  });
});
