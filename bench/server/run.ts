/** `npm run bench:server`: the handler beside a bare `fetch` to the same emulated platform. */
import { createManyPeople } from '../../test/support/manyPeople.js';
import { compareRoutes } from './compareRoutes.js';
import { createHandlerClient } from './handlerClient.js';
import { measureHeap } from './measureHeap.js';
import { createRival } from './rival.js';
import { startPlatform } from './startPlatform.js';

const peopleCount = 2_000;
const heapTotals = [10_000, 100_000];

const { people } = createManyPeople(peopleCount);
const platform = await startPlatform(peopleCount);
try {
  const client = createHandlerClient(platform);
  const rival = createRival(platform);
  // Once for the compiler, once for the table.
  await compareRoutes(client, rival, people);
  const results = await compareRoutes(client, rival, people);
  const round = (value: number): number => Math.round(value * 100) / 100;
  console.table(
    Object.fromEntries(
      results.map(({ route, rival: name, handler, other }) => [
        route,
        {
          'per second': Math.round(handler.perSecond),
          'p50 ms': round(handler.p50),
          'p99 ms': round(handler.p99),
          beside: name,
          'its per second': Math.round(other.perSecond),
          'its p50 ms': round(other.p50),
          'its p99 ms': round(other.p99),
          ratio: round(handler.perSecond / other.perSecond),
        },
      ]),
    ),
  );
  const sizes = await measureHeap(client, people, heapTotals);
  const megabytes = sizes.map((bytes) => round(bytes / 2 ** 20));
  const [first = 0, last = 0] = sizes;
  console.log(
    `Heap after ${heapTotals.join(' and ')} requests: ${megabytes.join(' and ')} MiB, ratio ${round(last / first)}.`,
  );
} finally {
  platform.stop();
}
