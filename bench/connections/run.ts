/**
 * `npx tsx bench/connections/run.ts`: what choosing costs in Chromium with 100, 1,000 and 10,000
 * accounts, against the same list in bare HTML, both in one run of one browser: the ratios hold on any
 * machine, the milliseconds on this one. Fails where a ceiling is passed. No test runs it.
 */
import type { CDPSession, Page } from '@playwright/test';
import { withPage } from '../withPage.js';
import type { Bench } from './page.js';

declare global {
  interface Window {
    readonly bench: Bench;
  }
}

const COUNTS = [100, 1_000, 10_000] as const;
const ROUNDS = 7;

/** One frame at 60 a second: what opening and a key may cost beyond the bare list. */
const FRAME_MS = 16.7;

/** How many times the bare list's value each may be. */
const CEILINGS: Readonly<Record<string, number>> = {
  'open (ms)': 2.5,
  'filter key (ms)': 2,
  'show more (ms)': 2,
  'DOM nodes': 1.5,
};

/** The calls that a visit needs; one more is one too many. */
const NEEDED_CALLS: Readonly<Record<string, number>> = {
  getIntegration: 1,
  listActivations: 1,
  // The first page of each of the two templates, and one further page.
  listConnections: 3,
  'listConnections with a search': 1,
};

interface Row {
  readonly count: number;
  readonly what: string;
  readonly bare: number;
  readonly widget: number;
}

interface Sample {
  readonly open: number;
  readonly key: number;
  readonly more: number;
  readonly nodes: number;
  readonly heapMb: number;
}

/** Both lists in turn, several times; the first round warms up and does not count. */
async function compare(page: Page, count: number): Promise<Row[]> {
  const session = await page.context().newCDPSession(page);
  const samples: { bare: Sample[]; widget: Sample[] } = { bare: [], widget: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bare = await sample(page, session, 'measureBare', count);
    const widget = await sample(page, session, 'measureWidget', count);
    if (round === 0) continue;
    samples.bare.push(bare);
    samples.widget.push(widget);
  }
  const row = (what: string, pick: (each: Sample) => number): Row => ({
    ...{ count, what },
    // The quickest round: whatever takes longer is what else the machine does.
    bare: Math.min(...samples.bare.map(pick)),
    widget: Math.min(...samples.widget.map(pick)),
  });
  return [
    row('open (ms)', ({ open }) => open),
    row('filter key (ms)', ({ key }) => key),
    row('show more (ms)', ({ more }) => more),
    row('DOM nodes', ({ nodes }) => nodes),
    row('heap (MB)', ({ heapMb }) => heapMb),
  ];
}

async function sample(
  page: Page,
  session: CDPSession,
  list: 'measureBare' | 'measureWidget',
  count: number,
): Promise<Sample> {
  const timings = await page.evaluate(([name, size]) => window.bench[name](size), [
    list,
    count,
  ] as const);
  const nodes = await page.evaluate(() => window.bench.countNodes());
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return {
    open: timings.open,
    key: median(timings.keys),
    more: median(timings.more),
    nodes,
    heapMb: usedSize / 1_000_000,
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function report(rows: readonly Row[], calls: Readonly<Record<string, number>>): void {
  console.log('accounts  what               bare    widget   ratio  ceiling');
  for (const { count, what, bare, widget } of rows) {
    const ceiling = CEILINGS[what];
    const isOver =
      ceiling !== undefined && widget > Math.max(bare * ceiling, bare + tolerance(what));
    if (isOver) process.exitCode = 1;
    console.log(
      [
        String(count).padStart(8),
        what.padEnd(16),
        bare.toFixed(1).padStart(7),
        widget.toFixed(1).padStart(9),
        (widget / bare).toFixed(2).padStart(7),
        `${ceiling ?? '–'}${isOver ? ' ✗' : ''}`.padStart(8),
      ].join('  '),
    );
  }
  console.log('\ncalls of the backend in one visit with 10,000 accounts, 20 a page');
  for (const [method, count] of Object.entries(calls)) {
    const needed = NEEDED_CALLS[method] ?? 0;
    if (count > needed) process.exitCode = 1;
    console.log(`${method.padEnd(32)} ${count} of ${needed} needed${count > needed ? ' ✗' : ''}`);
  }
}

/** Below a frame nobody sees a difference, and the clock of a busy machine sees nothing else. */
function tolerance(what: string): number {
  return what.endsWith('(ms)') ? FRAME_MS : 0;
}

await withPage(new URL('.', import.meta.url), async (page) => {
  const rows: Row[] = [];
  for (const count of COUNTS) rows.push(...(await compare(page, count)));
  const calls = await page.evaluate((count) => window.bench.countCalls(count), 10_000);
  report(rows, calls);
});
