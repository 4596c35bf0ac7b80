import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { startDemoServer } from '../../src/demo/serve.js';
import { buildPage } from '../harness/buildPage.js';
import type { Aim, Extent, Findings, Question, Row, Table } from '../harness/result.js';
import { interleave } from '../harness/statistics.js';
import { withBrowser } from '../harness/withPage.js';
import { activateOnce } from './activateOnce.js';
import { servePages, type PagesServer } from './servePages.js';
import { processorSlowdown, visitTwice } from './visitPage.js';

export const question: Question = {
  title: 'How long does a user wait for the settings page, and after each press in it?',
  method: `Chromium on a processor slowed down ${processorSlowdown} times; for the visits a network of 1.6 Mbit/s with 150 ms to and fro too. The widget stands in a page of its own; the plain page is what a host would write by hand for this one integration: it knows its ids, so it asks for everything at once, and draws the accounts and nothing else. The demo has its own controls around the widget, which it asks for first. The first row is the first account that is painted; interactive is when the page then has nothing more to do. A round is a request that began after another one had ended. A press is measured from the event to the next paint.`,
  measure,
};

type Side = 'widget' | 'plain page' | 'demo';
const sides: readonly Side[] = ['widget', 'plain page', 'demo'];
const pressedSides: readonly Side[] = ['widget', 'demo'];

async function measure({ isQuick, isPlanted }: Extent): Promise<Findings> {
  const root = mkdtempSync(join(tmpdir(), 'bench-visit-'));
  const folders = { widget: join(root, 'widget'), plain: join(root, 'plain') };
  for (const [name, folder] of Object.entries(folders)) {
    await buildPage(new URL(`pages/${name}/`, import.meta.url), folder);
  }
  const pages = await servePages(folders);
  const demo = await startDemoServer({ report: () => undefined });
  const toUrl = createUrls(pages, demo.url, isPlanted ? '?planted' : '');
  try {
    const [visits, presses] = await withBrowser((browser) => compare(browser, toUrl, isQuick));
    return { tables: toTables(visits, presses), aims: toAims(visits, presses), notes: [] };
  } finally {
    pages.close();
    await demo.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Each address is of a page where nothing is on yet. */
function createUrls(pages: PagesServer, demo: string, query: string): (side: Side) => string {
  let worlds = 0;
  return (side) => {
    pages.reset();
    worlds += 1;
    switch (side) {
      case 'widget':
        return `${pages.origin}/widget/${query}`;
      case 'plain page':
        return `${pages.origin}/plain/`;
      case 'demo':
        return `${demo}/?world=visit-${worlds}`;
    }
  };
}

async function compare(
  browser: Browser,
  toUrl: (side: Side) => string,
  isQuick: boolean,
): Promise<readonly [Row[], Row[]]> {
  const visits = await interleave({
    sides,
    warmsUp: !isQuick,
    rounds: isQuick ? 1 : 4,
    run: (side) => visitTwice(browser, toUrl(side)),
  });
  const presses = await interleave({
    sides: pressedSides,
    warmsUp: !isQuick,
    rounds: isQuick ? 1 : 5,
    run: (side) => activateOnce(browser, toUrl(side)),
  });
  return [visits, presses];
}

function toTables(visits: readonly Row[], presses: readonly Row[]): Table[] {
  const pick = (pattern: RegExp): Row[] => visits.filter(({ what }) => pattern.test(what));
  const toTable = (title: string, unit: string, rows: readonly Row[]): Table => ({
    ...{ title, unit, better: 'less', sides, rows },
  });
  return [
    toTable('Until the first row', 'ms', pick(/^(first row|interactive)/)),
    toTable('What it takes until the first row', 'requests', pick(/^(requests|rounds)/)),
    toTable('Transferred until the first row', 'kB', pick(/^kB/)),
    toTable('Layout shift', 'score', pick(/^layout shift/)),
    { ...toTable('From a press to the next paint', 'ms', presses), sides: pressedSides },
  ];
}

function toAims(visits: readonly Row[], presses: readonly Row[]): Aim[] {
  const find = (name: string): number =>
    visits.find(({ what }) => what === name)?.values['widget']?.median ?? Number.NaN;
  const rounds = find('rounds of data, cold');
  const shift = find('layout shift, cold');
  const slowest = presses
    .map(({ what, values }) => ({ what, ms: values['widget']?.median ?? Number.NaN }))
    .toSorted((a, b) => b.ms - a.ms);
  return [
    {
      what: 'rounds of data before the first row',
      aim: '1',
      measured: String(rounds),
      isMet: rounds <= 1,
    },
    { what: 'layout shift', aim: 'none', measured: shift.toFixed(3), isMet: shift < 0.001 },
    {
      what: 'from a press to the next paint',
      aim: 'at most 50 ms each',
      measured: slowest.map(({ what, ms }) => `${what} ${ms.toFixed(0)}`).join(', '),
      isMet: slowest.every(({ ms }) => ms <= 50),
    },
  ];
}
