import type { CDPSession, Page } from '@playwright/test';
import type { Aim, Extent, Findings, Question, Row, Table } from '../harness/result.js';
import { interleave, toRatio, toSpread, type Sample } from '../harness/statistics.js';
import { withPage } from '../harness/withPage.js';
import type { ChoosingBench, ListKind } from './page.js';

declare global {
  interface Window {
    readonly choosingBench: ChoosingBench;
  }
}

export const question: Question = {
  title: 'What does choosing one of many accounts cost?',
  method:
    'One list of accounts each, in one page of Chromium in turn, from the action to the frame that shows it. Bare HTML is the same list without a library: a field, native radios with the same markup a row, thirty at first. The comboboxes draw a name and an address a row, and have no more to show; only virtua draws what is in view alone.',
  measure,
};

const sides: readonly ListKind[] = [
  'widget',
  'bare HTML',
  'Base UI combobox',
  'downshift and virtua',
];

/** How many times the bare list's value each may be; below a frame nobody sees a difference. */
const ceilings: Readonly<Record<string, number>> = {
  'open, ms': 2.5,
  'filter key, ms': 2,
  'show more, ms': 2,
  'DOM nodes': 1.5,
};
const frameMs = 16.7;

/** The calls that a visit needs; one more is one too many. */
const neededCalls: Readonly<Record<string, number>> = {
  getIntegration: 1,
  listActivations: 1,
  // The first page of each of the two templates, and one further page.
  listConnections: 3,
  'listConnections with a search': 1,
};

async function measure({ isQuick }: Extent): Promise<Findings> {
  const tables: Table[] = [];
  let calls: Readonly<Record<string, number>> = {};
  await withPage(new URL('.', import.meta.url), async (page) => {
    await page.waitForFunction(() => 'choosingBench' in window);
    const session = await page.context().newCDPSession(page);
    for (const count of isQuick ? [100] : [100, 1_000, 10_000]) {
      const rows = await interleave({
        sides,
        rounds: isQuick ? 2 : count === 10_000 ? 2 : 5,
        run: (side) => runList(page, session, side, count),
      });
      const title = `${count.toLocaleString('en')} accounts`;
      tables.push({ title, unit: 'ms, or as named', better: 'less', sides, rows });
    }
    calls = await page.evaluate((count) => window.choosingBench.countCalls(count), 10_000);
  });
  const isOver = Object.entries(calls).some(([name, count]) => count > (neededCalls[name] ?? 0));
  const callsAim: Aim = {
    what: 'calls of the backend in a visit with 10,000 accounts',
    aim: 'none that is not needed',
    measured: Object.entries(calls)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
    isMet: !isOver,
  };
  return { tables, aims: [...toAims(tables.at(-1)), callsAim], notes: [] };
}

async function runList(
  page: Page,
  session: CDPSession,
  side: ListKind,
  count: number,
): Promise<Sample> {
  const { open, keys, more } = await page.evaluate(
    ([kind, size]) => window.choosingBench.measure(kind, size),
    [side, count] as const,
  );
  const nodes = await page.evaluate(() => window.choosingBench.countNodes());
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return {
    'open, ms': open,
    'filter key, ms': toSpread(keys).median,
    ...(more.length > 0 && { 'show more, ms': toSpread(more).median }),
    'DOM nodes': nodes,
    'heap, MB': usedSize / 1_000_000,
  };
}

function toAims(largest: Table | undefined): Aim[] {
  const rows = largest?.rows.filter(({ what }) => ceilings[what] !== undefined) ?? [];
  return rows.map((row) => {
    const ratio = toRatio(row, 'widget', 'bare HTML');
    const most = ceilings[row.what] ?? 0;
    return {
      what: `${row.what}, ${largest?.title ?? ''}`,
      aim: `at most ${most} × bare HTML, or a frame more`,
      measured: `${ratio.toFixed(2)} ×`,
      isMet: ratio <= most || (row.what.endsWith('ms') && isWithinFrame(row)),
    };
  });
}

function isWithinFrame({ values }: Row): boolean {
  const [ours, bare] = [values['widget']?.median ?? 0, values['bare HTML']?.median ?? 0];
  return ours <= bare + frameMs;
}
