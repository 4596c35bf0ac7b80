import type { Spread } from '../harness/result.js';
import { quantile, toSpread } from '../harness/statistics.js';

/** How long each of many calls took, in rounds. */
export interface Samples {
  add(ms: number): void;
  endRound(): void;
  summarise(): Summary;
}

export interface Summary {
  /** Calls a second of one client that waits for each answer, by round. */
  readonly perSecond: Spread;
  /** By round. */
  readonly p50: Spread;
  /** Of all calls. */
  readonly p99: number;
}

export function createSamples(): Samples {
  const all: number[] = [];
  const rates: number[] = [];
  const medians: number[] = [];
  let round: number[] = [];
  return {
    add: (ms) => void round.push(ms),
    endRound() {
      const total = round.reduce((sum, ms) => sum + ms, 0);
      rates.push((round.length / total) * 1000);
      medians.push(toSpread(round).median);
      all.push(...round);
      round = [];
    },
    summarise: () => ({
      perSecond: toSpread(rates),
      p50: toSpread(medians),
      p99: quantile(
        all.toSorted((a, b) => a - b),
        0.99,
      ),
    }),
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
