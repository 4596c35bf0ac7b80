import { monotonicNow } from '../clock.js';
import { createDecidedKeys, type DecidedKeys } from './decidedKeys.js';
import {
  type ClaimOptions,
  type IdempotencyRecord,
  type IdempotencyStore,
  IdempotencyStoreFull,
} from './idempotencyStore.js';

export interface MemoryIdempotencyStoreOptions {
  /** Milliseconds of a clock that is never set back. Default: the process's monotonic clock. */
  readonly now?: () => number;
  /**
   * Past it the oldest decided entry of the user with most of them is dropped. What is open stays for
   * its time: without anything decided a new intent is refused. An activation takes two entries for a
   * day. Default 10,000.
   */
  readonly maxEntries?: number;
}

interface Entry {
  readonly bodyHash: string;
  readonly token: string;
  readonly owner: string;
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
  const { now = monotonicNow, maxEntries = 10_000 } = options;
  const entries = new Map<string, Entry | string>();
  const decided = createDecidedKeys();
  let claims = 0;

  function find(key: string): Entry | undefined {
    const entry = unpack(entries.get(key));
    if (entry !== undefined && entry.expiresAt > now()) return entry;
    remove(key, entry);
    return undefined;
  }

  function remove(key: string, entry: Entry | undefined): void {
    entries.delete(key);
    if (entry !== undefined) decided.remove(entry.owner, key);
  }

  function write(key: string, entry: Entry): void {
    entries.set(key, pack(entry));
    if (entry.record?.state === 'done') decided.add(entry.owner, key);
    else decided.remove(entry.owner, key);
  }

  /** @throws {IdempotencyStoreFull} */
  function makeRoom({ isContinuation = false }: ClaimOptions): void {
    if (entries.size < maxEntries || dropDecided(entries, decided)) return;
    dropExpired();
    if (entries.size < maxEntries || isContinuation) return;
    throw new IdempotencyStoreFull(
      `All ${maxEntries} entries of the memory store are intents whose outcome is open, so a new one was refused. Raise maxEntries, or use a store that is shared.`,
    );
  }

  function dropExpired(): void {
    for (const key of [...entries.keys()]) find(key);
  }

  return {
    async claim(key, claim) {
      const held = find(key);
      if (held !== undefined) {
        const state = held.record?.state === 'done' ? 'done' : 'pending';
        return { state, bodyHash: held.bodyHash, ...(held.record && { record: held.record }) };
      }
      makeRoom(claim);
      const { bodyHash, leaseMs, owner = '' } = claim;
      // A UUID of Node's is a rope of twenty strings: ten thousand of them would be megabytes.
      const token = String((claims += 1));
      write(key, { bodyHash, token, owner, expiresAt: now() + leaseMs });
      return { state: 'claimed', token };
    },
    async save(key, token, record, ttlMs) {
      const held = find(key);
      if (held?.token !== token) return false;
      write(key, { ...held, record, expiresAt: now() + ttlMs });
      return true;
    },
    async release(key, token) {
      const held = find(key);
      if (held?.token === token) remove(key, held);
    },
  };
}

/** `false`: nothing is decided. */
function dropDecided(entries: Map<string, Entry | string>, decided: DecidedKeys): boolean {
  const key = decided.takeOldestOfHeaviest();
  return key !== undefined && entries.delete(key);
}

/** What is done is one text: there are many, for a day, and as objects they would weigh twice as much. */
function pack(entry: Entry): Entry | string {
  const { bodyHash, token, owner, record, expiresAt } = entry;
  if (record?.state !== 'done') return entry;
  return [expiresAt, token, owner, bodyHash, record.activationId].join('\n');
}

function unpack(held: Entry | string | undefined): Entry | undefined {
  if (typeof held !== 'string') return held;
  const [expiresAt, token = '', owner = '', bodyHash = '', ...rest] = held.split('\n');
  const record = { state: 'done', activationId: rest.join('\n') } as const;
  return { bodyHash, token, owner, record, expiresAt: Number(expiresAt) };
}
