import { monotonicNow } from '../clock.js';
import { createDecidedKeys, type DecidedKeys } from './decidedKeys.js';
import { createOwnerCounts } from './ownerCounts.js';
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
   * its time: without anything decided a new intent is refused, and from a user with a tenth of all
   * entries open in any case. An activation takes two entries for a day. Default 10,000.
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
  const openCounts = createOwnerCounts();
  let claims = 0;

  function find(key: string): Entry | undefined {
    const entry = unpack(entries.get(key));
    if (entry !== undefined && entry.expiresAt > now()) return entry;
    remove(key, entry);
    return undefined;
  }

  function remove(key: string, entry: Entry | undefined): void {
    entries.delete(key);
    if (entry === undefined) return;
    decided.remove(entry.owner, key);
    if (isOpen(entry)) openCounts.add(entry.owner, -1);
  }

  function write(key: string, entry: Entry): void {
    remove(key, unpack(entries.get(key)));
    entries.set(key, pack(entry));
    if (isOpen(entry)) openCounts.add(entry.owner, 1);
    else decided.add(entry.owner, key);
  }

  /** @throws {IdempotencyStoreFull} */
  function makeRoom({ isContinuation = false, owner = '' }: ClaimOptions): void {
    if (!isContinuation) checkShare(owner);
    if (entries.size < maxEntries || dropDecided(entries, decided)) return;
    dropExpired();
    if (entries.size < maxEntries || isContinuation) return;
    throw new IdempotencyStoreFull(
      `All ${maxEntries} entries of the memory store are intents whose outcome is open, so a new one was refused. Raise maxEntries, or use a store that is shared.`,
    );
  }

  /** One user's intents must not take the room of all. Without an owner they cannot be told apart. */
  function checkShare(owner: string): void {
    const share = Math.ceil(maxEntries * largestShare);
    if (owner === '' || openCounts.get(owner) < share) return;
    dropExpired();
    if (openCounts.get(owner) < share) return;
    throw new IdempotencyStoreFull(
      `A user has ${share} entries of the memory store open, so a new intent of theirs was refused. See why the outcomes of their activations stay unknown.`,
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

/** Of all entries, how many may be open for one user. */
const largestShare = 0.1;

function isOpen({ record }: Entry): boolean {
  return record?.state !== 'done';
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
