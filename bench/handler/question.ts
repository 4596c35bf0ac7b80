import { startRedisServer } from '../../test/support/redisServer.js';
import { createManyPeople, type Person } from '../../test/support/manyPeople.js';
import type { Aim, Extent, Findings, Question, Row, Table } from '../harness/result.js';
import { interleave, toSpread } from '../harness/statistics.js';
import { countCalls } from './countCalls.js';
import { sideNames, type RouteResult, type SideName } from './compareRoutes.js';
import { processSides, runProcesses } from './compareProcesses.js';
import { bundleSides, importSides, type Sides } from './loadSides.js';
import type { Summary } from './samples.js';
import { startPlatform, type BenchPlatform } from './startPlatform.js';

export const question: Question = {
  title: 'What does the handler cost beside the calls of the platform that it makes?',
  method:
    'One client that waits for each answer; the emulated platform runs in a process of its own, over HTTP. The pass-through makes one call of the platform a request. The script makes the calls that the answer is made of, without a check and without keeping anything. Reads are of users who have asked before, as most are. A second is one of the server: making the request and reading the answer do not count.',
  measure,
};

const peopleCount = 2_000;

async function measure({ isQuick }: Extent): Promise<Findings> {
  const sidesUrl = await bundleSides();
  const sides = await importSides(sidesUrl);
  const platform = await startPlatform(peopleCount);
  try {
    const clients = {
      handler: sides.createHandlerClient(platform),
      'pass-through': sides.createPassThrough(platform),
      script: sides.createScript(platform),
    };
    const { people } = createManyPeople(peopleCount);
    await sides.compareRoutes(clients, { people, rounds: isQuick ? 1 : 2 });
    const routes = await sides.compareRoutes(clients, { people, rounds: isQuick ? 2 : 16 });
    const [first] = people;
    if (first === undefined) throw new Error('There is nobody.');
    const calls = await countCalls(clients, first, () => platform.countCalls());
    const shared = await measureShared(sidesUrl, platform, isQuick);
    const memory = await measureMemory(sides, platform, people, isQuick);
    return {
      tables: [
        ...toRouteTables(routes),
        toTable('Calls of the platform in one request', 'calls', 'less', calls),
        shared,
        memory,
      ],
      aims: toAims(routes),
      notes: [
        'Two processes share the cores with the platform and Redis: their rate says whether they wait for each other, not how far they scale.',
      ],
    };
  } finally {
    platform.stop();
  }
}

async function measureShared(
  sidesUrl: string,
  platform: BenchPlatform,
  isQuick: boolean,
): Promise<Table> {
  const redis = await startRedisServer();
  try {
    const extent = { sidesUrl, platform, redisUrl: redis.url, rounds: isQuick ? 5 : 15 };
    const rows = await interleave({
      sides: processSides,
      warmsUp: !isQuick,
      rounds: isQuick ? 1 : 2,
      run: (side) => runProcesses(side, extent),
    });
    return {
      title: 'Activations of 16 users at the same time',
      ...{ unit: 'a second', better: 'more', sides: processSides, rows },
    };
  } finally {
    await redis.stop();
  }
}

async function measureMemory(
  sides: Sides,
  platform: BenchPlatform,
  people: readonly Person[],
  isQuick: boolean,
): Promise<Table> {
  const totals = isQuick ? [500, 1_000] : [10_000, 100_000];
  const users = isQuick ? 1_000 : 200_000;
  const client = sides.createHandlerClient(platform);
  const sizes = await sides.measureHeap(client, people, totals);
  const bytes: readonly (readonly [string, number])[] = [
    ...totals.map((total, index) => [`${toCount(total)} requests`, sizes[index] ?? 0] as const),
    [
      `${toCount(users)} different users`,
      await sides.measureUsers(sides.createHandlerClient(platform), users),
    ],
  ];
  return {
    title: 'Memory in use after',
    ...{ unit: 'MiB', better: 'less', sides: ['handler'] },
    rows: bytes.map(([what, size]) => ({ what, values: { handler: toSpread([size / 2 ** 20]) } })),
  };
}

const toCount = (value: number): string => value.toLocaleString('en');

function toRouteTables(routes: readonly RouteResult[]): Table[] {
  const toRows = (pick: (summary: Summary) => Row['values'][string]): Row[] =>
    routes.map(({ route, bySide }) => ({
      what: route,
      values: Object.fromEntries(sideNames.map((side) => [side, pick(bySide[side])])),
    }));
  return [
    toTable(
      'Requests a second',
      'a second',
      'more',
      toRows(({ perSecond }) => perSecond),
    ),
    toTable(
      'p50',
      'ms',
      'less',
      toRows(({ p50 }) => p50),
    ),
    toTable(
      'p99',
      'ms',
      'less',
      toRows(({ p99 }) => toSpread([p99])),
    ),
  ];
}

function toTable(title: string, unit: string, better: Table['better'], rows: Row[]): Table {
  return { title, unit, better, sides: sideNames, rows };
}

function toAims(routes: readonly RouteResult[]): Aim[] {
  const toRate = (result: RouteResult, side: SideName): number =>
    result.bySide.handler.perSecond.median / result.bySide[side].perSecond.median;
  const cached = routes.filter(
    ({ route }) => route === 'GET integrations' || route === 'GET integration',
  );
  const writes = routes.filter(({ route }) => !route.startsWith('GET'));
  return [
    toAim('cached reads', 'at least 2 × the pass-through', cached, 2, (each) =>
      toRate(each, 'pass-through'),
    ),
    toAim('writes', 'at least 0.9 × the script', writes, 0.9, (each) => toRate(each, 'script')),
  ];
}

function toAim(
  what: string,
  aim: string,
  routes: readonly RouteResult[],
  least: number,
  toRatio: (result: RouteResult) => number,
): Aim {
  const ratios = routes.map((each) => ({ route: each.route, ratio: toRatio(each) }));
  return {
    ...{ what, aim },
    measured: ratios.map(({ route, ratio }) => `${route} ${ratio.toFixed(2)}`).join(', '),
    isMet: ratios.every(({ ratio }) => ratio >= least),
  };
}
