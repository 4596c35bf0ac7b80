import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Sample } from '../harness/statistics.js';
import type { BenchPlatform } from './startPlatform.js';

export interface ActivationsOrder {
  readonly sidesUrl: string;
  readonly baseUrl: string;
  /** `null`: the store in memory. */
  readonly redisUrl: string | null;
  /** The people that it activates for, by their numbers. */
  readonly from: number;
  readonly count: number;
  readonly rounds: number;
}

export type ProcessSide = 'one process' | 'one process, Redis' | 'two processes, Redis';
export const processSides: readonly ProcessSide[] = [
  'one process',
  'one process, Redis',
  'two processes, Redis',
];

const concurrency = 16;

export interface ProcessesExtent {
  readonly sidesUrl: string;
  readonly platform: Pick<BenchPlatform, 'baseUrl'>;
  readonly redisUrl: string;
  readonly rounds: number;
}

/** Activations a second of sixteen users at the same time. */
export async function runProcesses(
  side: ProcessSide,
  { sidesUrl, platform, redisUrl, rounds }: ProcessesExtent,
): Promise<Sample> {
  const processes = side === 'two processes, Redis' ? 2 : 1;
  const count = concurrency / processes;
  const children = Array.from({ length: processes }, (_, index) =>
    startProcess({
      ...{ sidesUrl, rounds, count, from: index * count, baseUrl: platform.baseUrl },
      redisUrl: side === 'one process' ? null : redisUrl,
    }),
  );
  await Promise.all(children.map((child) => nextMessage(child)));
  const rates = children.map((child) => {
    child.send('go');
    return nextMessage(child);
  });
  const perSecond = (await Promise.all(rates)).reduce<number>((sum, rate) => sum + Number(rate), 0);
  return { 'activations a second': perSecond };
}

function startProcess(order: ActivationsOrder): ChildProcess {
  const path = fileURLToPath(new URL('activationsProcess.ts', import.meta.url));
  return fork(path, [JSON.stringify(order)], { execArgv: ['--import', 'tsx'] });
}

/** Rejects where the process ends without one. */
async function nextMessage(child: ChildProcess): Promise<unknown> {
  const gone = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', { signal: gone.signal }).then(([message]: unknown[]) => message),
      once(child, 'exit', { signal: gone.signal }).then(([code]: unknown[]) => {
        throw new Error(`A process of the host ended with ${String(code)}.`);
      }),
    ]);
  } finally {
    gone.abort();
  }
}
