/** A row of numbers that looks like chance and is the same for the same seed. */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** True that often, of 1. */
  isHit(share: number): boolean;
  /** A whole number below the limit. */
  below(limit: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** Mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    isHit: (share) => next() < share,
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
  };
}
