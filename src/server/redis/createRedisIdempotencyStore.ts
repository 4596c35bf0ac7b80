import * as v from 'valibot';
import { type IdempotencyStore, IdempotencyStoreFull } from '../exactly-once/idempotencyStore.js';
import { parseRecord } from '../exactly-once/parseRecord.js';
import { withinTime } from '../exactly-once/withinTime.js';
import { claimScript, releaseScript, saveScript } from './scripts.js';

/**
 * The part of a Redis client that the store uses: a connected `createClient()` or `createCluster()` of the
 * package `redis`. With ioredis: `{ eval: (script, { keys, arguments: values }) =>
 * redis.eval(script, keys.length, ...keys, ...values) }`.
 */
export interface RedisClient {
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  /** `INFO`: with it the store checks at the start that Redis evicts nothing. */
  info?(section: string): Promise<string>;
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
  /** Called at the start with each fault of the Redis setup. Default: `console.warn`. */
  readonly onWarning?: (message: string) => void;
}

const heldAnswer = v.tuple([v.string(), v.string(), v.string()]);

/**
 * Keeps in Redis what the handler must not do twice, for hosts of several processes: all of them
 * share one Redis. Its methods reject where Redis does not answer; then nothing is sent to the
 * platform that was not sent before.
 */
export function createRedisIdempotencyStore(
  options: RedisIdempotencyStoreOptions,
): IdempotencyStore {
  const { client, prefix = 'onboarding:', timeoutMs = 2_000, onWarning = warn } = options;
  if (typeof client?.eval !== 'function') {
    throw new Error(
      'createRedisIdempotencyStore: client has no eval(), so it is no client of the package "redis". Pass a connected one, or an object with that method.',
    );
  }

  void checkMemoryPolicy(client, onWarning);

  const send = (script: string, key: string, values: string[]): Promise<unknown> =>
    client.eval(script, { keys: [prefix + key], arguments: values });

  function run(script: string, key: string, ...values: string[]): Promise<unknown> {
    return withinTime('Redis', send(script, key, values), timeoutMs);
  }

  /** Releases a claim that timed out: it may still be carried out, and would hold the key for a lease. */
  async function claimOrRelease(key: string, token: string, ...values: string[]): Promise<unknown> {
    try {
      return await run(claimScript, key, token, ...values);
    } catch (error) {
      // Behind the claim, on the same connection. Where this fails too, the lease ends the claim.
      send(releaseScript, key, [token]).catch(() => undefined);
      throw isOutOfMemory(error) ? new IdempotencyStoreFull(outOfMemory) : error;
    }
  }

  return {
    async claim(key, { bodyHash, leaseMs }) {
      const token = crypto.randomUUID();
      const answer = await claimOrRelease(key, token, bodyHash, toMs(leaseMs));
      const [heldToken, heldHash, text] = v.parse(heldAnswer, answer);
      // Also where the client repeated the command over a new connection: the first one took it.
      if (heldToken === token) return { state: 'claimed', token };
      if (text === '') return { state: 'pending', bodyHash: heldHash };
      const record = parseRecord(text);
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

const outOfMemory =
  'Redis has reached its maxmemory, so a new intent was refused. Give it more memory: what is kept ends by itself after a day.';

/** Redis refuses writes alone, so the key was found free. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && /\bOOM\b/.test(error.message);
}

function warn(message: string): void {
  // oxlint-disable-next-line no-console -- A server's console is its log, where the host names no other.
  console.warn(message);
}

/** Stays silent if Redis does not tell its policy: many services forbid the command. */
async function checkMemoryPolicy(
  client: RedisClient,
  onWarning: (message: string) => void,
): Promise<void> {
  const memory = await client.info?.('memory').catch(() => undefined);
  const policy = memory?.match(/^maxmemory_policy:(\S+)/m)?.[1];
  if (policy === undefined || policy === 'noeviction') return;
  onWarning(
    `createRedisIdempotencyStore: Redis has maxmemory-policy ${policy}, so it may drop an intent whose outcome is open, and a repeat of its key would activate twice. Set "maxmemory-policy noeviction".`,
  );
}

/** Redis takes whole milliseconds alone, and 0 would end at once what was just written. */
function toMs(ms: number): string {
  return String(Math.max(1, Math.ceil(ms)));
}
