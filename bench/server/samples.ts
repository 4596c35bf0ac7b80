/** How long each of many calls took. */
export interface Samples {
  add(ms: number): void;
  summarise(): Summary;
}

export interface Summary {
  /** Calls a second of one client that waits for each answer. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

export function createSamples(): Samples {
  const all: number[] = [];
  return {
    add: (ms) => void all.push(ms),
    summarise() {
      const sorted = all.toSorted((a, b) => a - b);
      const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
      const total = all.reduce((sum, ms) => sum + ms, 0);
      return { perSecond: (all.length / total) * 1000, p50: at(0.5), p99: at(0.99) };
    },
  };
}

/** Makes a call, and may look at the clock before and after it. */
export type Watch = <T>(call: () => Promise<T>) => Promise<T>;

export const unwatched: Watch = (call) => call();

export async function time<T>(samples: Samples, call: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await call();
  samples.add(performance.now() - startedAt);
  return result;
}
