/**
 * The value of each name, made when it is first asked for. At most `limit` are kept: the one that
 * was not asked for the longest goes first.
 */
export function createBounded<T>(limit: number, create: (name: string) => T): (name: string) => T {
  const kept = new Map<string, T>();
  return (name) => {
    const value = kept.get(name) ?? create(name);
    kept.delete(name);
    kept.set(name, value);
    for (const oldest of kept.keys()) {
      if (kept.size <= limit) break;
      kept.delete(oldest);
    }
    return value;
  };
}
