/** The keys whose outcome is known, by the user they are for: these may be dropped to make room. */
export interface DecidedKeys {
  add(owner: string, key: string): void;
  remove(owner: string, key: string): void;
  /** Removes the oldest key of the user with most of them; `undefined` where there is none. */
  takeOldestOfHeaviest(): string | undefined;
}

export function createDecidedKeys(): DecidedKeys {
  // Sets keep the order of insertion, so the oldest key comes first.
  const keysByOwner = new Map<string, Set<string>>();

  function remove(owner: string, key: string): void {
    const keys = keysByOwner.get(owner);
    keys?.delete(key);
    if (keys?.size === 0) keysByOwner.delete(owner);
  }

  return {
    add(owner, key) {
      const keys = keysByOwner.get(owner) ?? new Set();
      keysByOwner.set(owner, keys);
      keys.delete(key);
      keys.add(key);
    },
    remove,
    takeOldestOfHeaviest() {
      let heaviest: readonly [owner: string, keys: ReadonlySet<string>] | undefined;
      for (const each of keysByOwner) {
        if (heaviest === undefined || each[1].size > heaviest[1].size) heaviest = each;
      }
      if (heaviest === undefined) return undefined;
      const [owner, keys] = heaviest;
      const [oldest] = keys;
      if (oldest !== undefined) remove(owner, oldest);
      return oldest;
    },
  };
}
