/**
 * `npm run bench:server`: the handler beside a bare `fetch` to the same emulated platform, then what
 * it keeps in memory. `-- --heap 1000,10000` counts other numbers of requests, `--heap ''` none.
 */
import { parseArgs } from 'node:util';
import { createManyPeople } from '../../test/support/manyPeople.js';
import type { RouteResult } from './compareRoutes.js';
import { loadSides } from './loadSides.js';
import { startPlatform } from './startPlatform.js';

const { values } = parseArgs({ options: { heap: { type: 'string', default: '10000,100000' } } });
const heapTotals = values.heap === '' ? [] : values.heap.split(',').map(Number);
const peopleCount = 2_000;
const roundsToWarmUp = 10;
const rounds = 40;

const round = (value: number): number => Math.round(value * 100) / 100;

const { people } = createManyPeople(peopleCount);
const { compareRoutes, createHandlerClient, createRival, measureHeap } = await loadSides();
const platform = await startPlatform(peopleCount);
try {
  const client = createHandlerClient(platform);
  const rival = createRival(platform);
  await compareRoutes(client, rival, { people, rounds: roundsToWarmUp });
  const results = await compareRoutes(client, rival, { people, rounds });
  console.table(Object.fromEntries(results.map((result) => [result.route, toRow(result)])));
  const sizes = await measureHeap(client, people, heapTotals);
  const [first = 0, last = first] = [sizes[0], sizes.at(-1)];
  const megabytes = sizes.map((bytes) => round(bytes / 2 ** 20)).join(', ');
  if (sizes.length > 0) {
    const after = heapTotals.join(', ');
    console.log(`Memory after ${after} requests: ${megabytes} MiB, ratio ${round(last / first)}.`);
  }
} finally {
  platform.stop();
}

function toRow({ rival: beside, handler, other }: RouteResult): Record<string, number | string> {
  return {
    'per second': Math.round(handler.perSecond),
    'p50 ms': round(handler.p50),
    'p99 ms': round(handler.p99),
    beside,
    'its per second': Math.round(other.perSecond),
    'its p50 ms': round(other.p50),
    'its p99 ms': round(other.p99),
    'ratio of rates': round(handler.perSecond / other.perSecond),
    'ratio of p50': round(other.p50 / handler.p50),
  };
}
