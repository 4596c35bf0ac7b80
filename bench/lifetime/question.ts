import type { CDPSession, Page } from '@playwright/test';
import type { Aim, Extent, Findings, Question, Row } from '../harness/result.js';
import { toSpread, type Sample } from '../harness/statistics.js';
import { withPage } from '../harness/withPage.js';
import type { LifetimeBench } from './page.js';

declare global {
  interface Window {
    readonly lifetimeBench: LifetimeBench;
  }
}

export const question: Question = {
  title: 'Is everything given back when the widget leaves the page?',
  method:
    'The widget with its HTTP backend is mounted and unmounted in one page of Chromium: a third each before any answer, while accounts come, and when they are there. What is in use is counted after the first mounts, which fill caches that stay, and after all of them; garbage is collected before.',
  measure,
};

async function measure({ isQuick }: Extent): Promise<Findings> {
  const [first, all] = isQuick ? [60, 200] : [100, 1_000];
  const sides = [`after ${all.toLocaleString('en')} mounts`, `after ${first}`] as const;
  const samples: Sample[] = [];
  let timers: Readonly<Record<string, number>> = {};
  await withPage(new URL('.', import.meta.url), async (page) => {
    await page.waitForFunction(() => 'lifetimeBench' in window);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    for (const times of [first, all - first]) {
      await page.evaluate((mounts) => window.lifetimeBench.mount(mounts), times);
      samples.push(await count(page, session));
    }
    timers = await page.evaluate(() => window.lifetimeBench.countTimers());
  });
  const [before = {}, after = {}] = samples;
  const rows = Object.keys(before).map((what): Row => ({
    what,
    values: {
      [sides[0]]: toSpread([after[what] ?? Number.NaN]),
      [sides[1]]: toSpread([before[what] ?? Number.NaN]),
    },
  }));
  return {
    tables: [{ title: 'In use', unit: 'as named', better: 'less', sides, rows }],
    aims: [toAim(before, after)],
    notes: Object.entries(timers).map(
      ([ms, timersOf]) =>
        `Timers of ${Number(ms) / 1000} s that are pending at the end: ${timersOf}`,
    ),
  };
}

async function count(page: Page, session: CDPSession): Promise<Sample> {
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const find = (name: string): number =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    'heap, MB': find('JSHeapUsedSize') / 1_000_000,
    'listeners of events': find('JSEventListeners'),
    'DOM nodes': find('Nodes'),
    'timers that are pending': sumOf(await page.evaluate(() => window.lifetimeBench.countTimers())),
    'requests that are pending': await page.evaluate(() => window.lifetimeBench.countRequests()),
  };
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, each) => sum + each, 0);

/** Chromium counts what it has not swept yet, so that nodes and heap move a little. */
function toAim(before: Sample, after: Sample): Aim {
  const grown = Object.entries(after).filter(([what, value]) => {
    const was = before[what] ?? 0;
    return what === 'heap, MB' || what === 'DOM nodes' ? value > was * 1.1 + 1 : value > was;
  });
  return {
    what: 'heap, listeners, nodes, timers and requests',
    aim: 'back where they were',
    measured:
      grown.length === 0
        ? 'all are'
        : grown.map(([what, value]) => `${what}: ${before[what] ?? 0} → ${value}`).join(', '),
    isMet: grown.length === 0,
  };
}
