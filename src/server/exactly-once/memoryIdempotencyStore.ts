import type { IdempotencyRecord, IdempotencyStore } from './idempotencyStore.js';

export interface MemoryIdempotencyStoreOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /**
   * Past it what was written longest ago is forgotten, be its outcome known or not. An activation
   * takes two for a day. Default 10,000.
   */
  readonly maxEntries?: number;
}

interface Entry {
  readonly bodyHash: string;
  readonly token: string;
  readonly record?: IdempotencyRecord;
  readonly expiresAt: number;
}

/**
 * Keeps the keys in this process: right where one process answers all requests, and lost with it.
 * Hosts with several need a store that all of them share.
 */
export function createMemoryIdempotencyStore(
  options: MemoryIdempotencyStoreOptions = {},
): IdempotencyStore {
  const { now = Date.now, maxEntries = 10_000 } = options;
  // A map keeps the order of insertion, so what was written longest ago comes first.
  const entries = new Map<string, Entry | string>();
  let claims = 0;

  function find(key: string): Entry | undefined {
    const held = entries.get(key);
    const entry = typeof held === 'string' ? unpack(held) : held;
    if (entry !== undefined && entry.expiresAt > now()) return entry;
    entries.delete(key);
    return undefined;
  }

  function put(key: string, entry: Entry): void {
    entries.delete(key);
    entries.set(key, pack(entry));
    const [oldest = key] = entries.keys();
    if (entries.size > maxEntries) entries.delete(oldest);
  }

  return {
    async claim(key, { bodyHash, leaseMs }) {
      const held = find(key);
      if (held === undefined) {
        // A UUID of Node's is a rope of twenty strings: ten thousand of them would be megabytes.
        const token = String((claims += 1));
        put(key, { bodyHash, token, expiresAt: now() + leaseMs });
        return { state: 'claimed', token };
      }
      const state = held.record?.state === 'done' ? 'done' : 'pending';
      return { state, bodyHash: held.bodyHash, ...(held.record && { record: held.record }) };
    },
    async save(key, token, record, ttlMs) {
      const held = find(key);
      if (held?.token !== token) return false;
      put(key, { ...held, record, expiresAt: now() + ttlMs });
      return true;
    },
    async release(key, token) {
      if (find(key)?.token === token) entries.delete(key);
    },
  };
}

/** What is done is one text: there are many, for a day, and as objects they would weigh twice as much. */
function pack(entry: Entry): Entry | string {
  const { bodyHash, token, record, expiresAt } = entry;
  if (record?.state !== 'done') return entry;
  return [expiresAt, token, bodyHash, record.activationId].join('\n');
}

function unpack(text: string): Entry {
  const [expiresAt, token = '', bodyHash = '', ...rest] = text.split('\n');
  const record = { state: 'done', activationId: rest.join('\n') } as const;
  return { bodyHash, token, record, expiresAt: Number(expiresAt) };
}
