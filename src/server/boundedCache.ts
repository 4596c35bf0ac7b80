import type { Runtime } from './runtime.js';
import { estimateBytes } from './estimateBytes.js';

export interface CacheEntry<T> {
  /** `null`: the same answer for every user. */
  readonly user: string | null;
  readonly value: T;
  /** On the monotonic clock. */
  readonly storedAt: number;
}

export interface BoundedCacheOptions {
  readonly runtime: Pick<Runtime, 'monotonicNow'>;
  readonly maxEntries: number;
  /** For all entries together, as `estimateBytes` counts them. */
  readonly maxBytes: number;
  readonly maxAgeMs: number;
}

/** A map that drops entries past their age, and the oldest ones beyond its size. */
export interface BoundedCache<T> {
  get(key: string): CacheEntry<T> | undefined;
  set(key: string, user: string | null, value: T): void;
  deleteUser(user: string): void;
}

export function createBoundedCache<T>(options: BoundedCacheOptions): BoundedCache<T> {
  const { runtime, maxEntries, maxBytes, maxAgeMs } = options;
  // In the order of storing, so that the oldest entry comes first.
  const entries = new Map<string, CacheEntry<T> & { readonly bytes: number }>();
  let totalBytes = 0;

  function remove(key: string): void {
    totalBytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  }

  function evict(): void {
    const storedAfter = runtime.monotonicNow() - maxAgeMs;
    for (const [key, { storedAt }] of entries) {
      const isFull = entries.size > maxEntries || totalBytes > maxBytes;
      if (storedAt > storedAfter && !isFull) return;
      remove(key);
    }
  }

  return {
    get(key) {
      evict();
      return entries.get(key);
    },
    set(key, user, value) {
      if (maxEntries === 0) return;
      remove(key);
      const bytes = estimateBytes(value);
      entries.set(key, { user, value, bytes, storedAt: runtime.monotonicNow() });
      totalBytes += bytes;
      evict();
    },
    deleteUser(user) {
      for (const [key, entry] of entries) if (entry.user === user) remove(key);
    },
  };
}
