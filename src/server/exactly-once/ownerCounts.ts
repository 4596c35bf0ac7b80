/** How many open entries each user has. */
export interface OwnerCounts {
  get(owner: string): number;
  /** @param change May be negative. */
  add(owner: string, change: number): void;
}

export function createOwnerCounts(): OwnerCounts {
  const counts = new Map<string, number>();
  const get = (owner: string): number => counts.get(owner) ?? 0;
  return {
    get,
    add(owner, change) {
      const count = get(owner) + change;
      if (count === 0) counts.delete(owner);
      else counts.set(owner, count);
    },
  };
}
