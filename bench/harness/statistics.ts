import type { Row, Spread } from './result.js';

export function toSpread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
    runs: sorted.length,
  };
}

/** Interpolates between the two neighbours; `NaN` of nothing. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const lower = sorted[Math.floor(at)] ?? Number.NaN;
  const upper = sorted[Math.ceil(at)] ?? Number.NaN;
  return lower + (upper - lower) * (at - Math.floor(at));
}

/** What one run of one side measured, by what it measured. */
export type Sample = Readonly<Record<string, number>>;

export interface Interleaving<Side extends string> {
  readonly sides: readonly Side[];
  readonly rounds: number;
  readonly run: (side: Side) => Promise<Sample>;
  /** False: the first round counts too, where nothing of one run is left for the next. */
  readonly warmsUp?: boolean;
}

/**
 * Runs all sides in turn, round by round and every other round backwards, so that whatever else the
 * machine does meets all of them. One more round goes before, to warm up, and does not count.
 */
export async function interleave<Side extends string>({
  sides,
  rounds,
  run,
  warmsUp = true,
}: Interleaving<Side>): Promise<Row[]> {
  const samples = new Map<string, Map<Side, number[]>>();
  for (let round = warmsUp ? 0 : 1; round <= rounds; round += 1) {
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      const sample = await run(side);
      if (round > 0) addSample(samples, side, sample);
    }
  }
  return [...samples].map(([what, bySide]) => ({
    what,
    values: Object.fromEntries([...bySide].map(([side, values]) => [side, toSpread(values)])),
  }));
}

function addSample<Side extends string>(
  samples: Map<string, Map<Side, number[]>>,
  side: Side,
  sample: Sample,
): void {
  for (const [what, value] of Object.entries(sample)) {
    const bySide = samples.get(what) ?? new Map<Side, number[]>();
    samples.set(what, bySide);
    bySide.set(side, [...(bySide.get(side) ?? []), value]);
  }
}

/** How many times the other side's median ours is. */
export function toRatio(row: Row | undefined, ours: string, other: string): number {
  return (row?.values[ours]?.median ?? Number.NaN) / (row?.values[other]?.median ?? Number.NaN);
}
