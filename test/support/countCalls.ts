import { Session } from 'node:inspector';

const ownCode = /\/src\//;

/**
 * Counts the calls of functions of `src` while `work` runs: a measure of its cost that is the same on
 * every machine and under any load. What a regular expression does inside is not counted.
 */
export function countCalls(work: () => void): number {
  const session = new Session();
  session.connect();
  try {
    session.post('Profiler.enable');
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    work();
    let calls = 0;
    session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error !== null) throw error;
      const own = result.filter(({ url }) => ownCode.test(url));
      for (const { functions } of own) {
        for (const { ranges } of functions) calls += ranges[0]?.count ?? 0;
      }
    });
    if (calls === 0) throw new Error('No call of a function of src was seen.');
    return calls;
  } finally {
    session.disconnect();
  }
}
