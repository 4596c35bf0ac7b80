import * as v from 'valibot';
import type { IdempotencyStore } from '../exactly-once/idempotencyStore.js';
import { claimScript, releaseScript, saveScript } from './scripts.js';

/**
 * What the store needs of a Redis client: a connected `createClient()` or `createCluster()` of the
 * package `redis`. With ioredis: `{ eval: (script, { keys, arguments: values }) =>
 * redis.eval(script, keys.length, ...keys, ...values) }`.
 */
export interface RedisClient {
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

export interface RedisIdempotencyStoreOptions {
  /** Connected by the host, and closed by it. */
  readonly client: RedisClient;
  /** Stands before every key. Default `onboarding:`. */
  readonly prefix?: string;
  /**
   * Milliseconds after which an answer of Redis is given up. Default 2,000: clients keep commands for
   * as long as Redis is away, and a person waits.
   */
  readonly timeoutMs?: number;
}

const heldAnswer = v.tuple([v.string(), v.string(), v.string()]);

const recordText = v.pipe(
  v.string(),
  v.parseJson(),
  v.variant('state', [
    v.object({
      state: v.literal('sent'),
      token: v.string(),
      activationIdsBefore: v.array(v.string()),
      mark: v.optional(v.object({ key: v.string(), token: v.string() })),
    }),
    v.object({ state: v.literal('done'), activationId: v.string() }),
  ]),
);

/**
 * Keeps in Redis what the handler must not do twice, for hosts of several processes: all of them
 * share one Redis. Its methods reject where Redis does not answer; then nothing is sent to the
 * platform that was not sent before.
 */
export function createRedisIdempotencyStore(
  options: RedisIdempotencyStoreOptions,
): IdempotencyStore {
  const { client, prefix = 'onboarding:', timeoutMs = 2_000 } = options;
  if (typeof client?.eval !== 'function') {
    throw new Error(
      'createRedisIdempotencyStore: client has no eval(), so it is no client of the package "redis". Pass a connected one, or an object with that method.',
    );
  }

  function run(script: string, key: string, ...values: string[]): Promise<unknown> {
    const answer = client.eval(script, { keys: [prefix + key], arguments: values });
    return withinTime(answer, timeoutMs);
  }

  return {
    async claim(key, { bodyHash, leaseMs }) {
      const token = crypto.randomUUID();
      const answer = await run(claimScript, key, token, bodyHash, toMs(leaseMs));
      const [heldToken, heldHash, text] = v.parse(heldAnswer, answer);
      // Also where the client repeated the command over a new connection: the first one took it.
      if (heldToken === token) return { state: 'claimed', token };
      if (text === '') return { state: 'pending', bodyHash: heldHash };
      const record = v.parse(recordText, text);
      const state = record.state === 'done' ? 'done' : 'pending';
      return { state, bodyHash: heldHash, record };
    },
    async save(key, token, record, ttlMs) {
      const answer = await run(saveScript, key, token, JSON.stringify(record), toMs(ttlMs));
      return answer === 1;
    },
    async release(key, token) {
      await run(releaseScript, key, token);
    },
  };
}

/** Redis takes whole milliseconds alone, and 0 would end at once what was just written. */
function toMs(ms: number): string {
  return String(Math.max(1, Math.ceil(ms)));
}

async function withinTime<T>(answer: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new Error(
      `Redis did not answer within ${timeoutMs} ms, so it is not known whether a key is taken. Check that it runs and that the client is connected.`,
    );
    timer = setTimeout(() => reject(error), timeoutMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
