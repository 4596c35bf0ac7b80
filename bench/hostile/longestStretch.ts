import { performance } from 'node:perf_hooks';

const RUNS = 5;

/**
 * Milliseconds of the longest stretch in which `work` lets nothing else of the process run: the
 * shortest such of some runs, since the others were held up by other programs.
 */
export async function measureLongestStretch(work: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let run = 0; run < RUNS; run += 1) best = Math.min(best, await measureOnce(work));
  return best;
}

async function measureOnce(work: () => Promise<unknown>): Promise<number> {
  let isDone = false;
  const done = work().finally(() => {
    isDone = true;
  });
  let longest = 0;
  while (!isDone) {
    const from = performance.now();
    const before = process.cpuUsage();
    await new Promise((resolve) => setImmediate(resolve));
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, Math.min(performance.now() - from, (user + system) / 1000));
  }
  await done;
  return longest;
}
