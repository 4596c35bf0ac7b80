import { createFinishedEntries } from './finishedEntries.js';
import type { IdempotencyRecord, IdempotencyStore } from './idempotencyStore.js';

export interface MemoryIdempotencyStoreOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Past it what was written longest ago is forgotten. Default 10,000. */
  readonly maxEntries?: number;
}

interface Entry {
  readonly bodyHash: string;
  readonly token: string;
  readonly record?: IdempotencyRecord;
  readonly expiresAt: number;
}

/** What is not done, and what has no place among the finished. */
interface OpenEntry extends Entry {
  /** How many finished ones were written before it. */
  readonly after: number;
}

const usualEntries = 10_000;

/**
 * Keeps the keys in this process: right where one process answers all requests, and lost with it.
 * Hosts with several need a store that all of them share.
 */
export function createMemoryIdempotencyStore(
  options: MemoryIdempotencyStoreOptions = {},
): IdempotencyStore {
  const { now = Date.now, maxEntries = usualEntries } = options;
  const finished = createFinishedEntries(Math.min(maxEntries, usualEntries));
  // A map keeps the order of insertion, so what was written longest ago comes first.
  const open = new Map<string, OpenEntry>();
  let claims = 0;

  function find(key: string): Entry | undefined {
    const entry = open.get(key) ?? findFinished(key);
    if (entry !== undefined && entry.expiresAt > now()) return entry;
    drop(key);
    return undefined;
  }

  function findFinished(key: string): Entry | undefined {
    const found = finished.find(key);
    if (found === undefined) return undefined;
    const [, bodyHash, token, activationId, expiresAt] = found;
    return { bodyHash, token, record: { state: 'done', activationId }, expiresAt };
  }

  function drop(key: string): void {
    if (!open.delete(key)) finished.remove(key);
  }

  function put(key: string, entry: Entry): void {
    if (open.size + finished.added() - finished.gone() >= maxEntries) dropOldest();
    const { bodyHash, token, record, expiresAt } = entry;
    if (record?.state === 'done') {
      if (finished.add([key, bodyHash, token, record.activationId, expiresAt])) return;
    }
    open.set(key, { ...entry, after: finished.added() });
  }

  function dropOldest(): void {
    const [[key, { after }] = ['', { after: Infinity }]] = open;
    if (after <= finished.gone()) open.delete(key);
    else finished.removeOldest();
  }

  return {
    async claim(key, { bodyHash, leaseMs }) {
      const held = find(key);
      if (held === undefined) {
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
      drop(key);
      put(key, { ...held, record, expiresAt: now() + ttlMs });
      return true;
    },
    async release(key, token) {
      if (find(key)?.token === token) drop(key);
    },
  };
}
