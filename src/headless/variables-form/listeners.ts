/** Listeners by name, so that a change notifies only those that depend on it. */
export interface Listeners {
  add(name: string, listener: () => void): () => void;
  notify(name: string): void;
}

export function createListeners(): Listeners {
  const byName = new Map<string, Set<() => void>>();
  return {
    add(name, listener) {
      const known = byName.get(name) ?? new Set();
      byName.set(name, known.add(listener));
      return () => {
        known.delete(listener);
        if (known.size === 0) byName.delete(name);
      };
    },
    notify: (name) => byName.get(name)?.forEach((listener) => listener()),
  };
}
