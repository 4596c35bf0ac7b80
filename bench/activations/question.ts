import type { Page } from '@playwright/test';
import type { Extent, Findings, Question, Table } from '../harness/result.js';
import { interleave, type Sample } from '../harness/statistics.js';
import { createThreadMeasure, type MeasureThread } from '../harness/threadTime.js';
import { withPage } from '../harness/withPage.js';
import type { CardsBench, CardsKind } from './page.js';

declare global {
  interface Window {
    readonly cardsBench: CardsBench;
  }
}

export const question: Question = {
  title: 'What do long lists of activations and of integrations cost?',
  method:
    'In one page of Chromium in turn; milliseconds are of the thread of the page. The backend answers at once. An update is an answer of the backend, asked for again, in which one name has changed. Bare cards are memoised React elements with a name, a text and two buttons, as many as ours draws at first: twenty activations, every integration.',
  measure,
};

/** As many as the list of activations draws before the user asks for more. */
const firstActivations = 20;

async function measure({ isQuick }: Extent): Promise<Findings> {
  const tables: Table[] = [];
  await withPage(new URL('.', import.meta.url), async (page) => {
    await page.waitForFunction(() => 'cardsBench' in window);
    const measureThread = await createThreadMeasure(page);
    const compare = async (kind: CardsKind, what: string, count: number): Promise<void> => {
      const sides = [kind, 'bare cards'] as const;
      const rows = await interleave({
        sides,
        rounds: isQuick ? 2 : count === 1_000 ? 4 : 7,
        run: (side) => {
          const drawn = kind === 'activations' ? Math.min(count, firstActivations) : count;
          return runCards(page, measureThread, side, side === 'bare cards' ? drawn : count);
        },
      });
      const title = `${count.toLocaleString('en')} ${what}`;
      tables.push({ title, unit: 'ms, or as named', better: 'less', sides, rows });
    };
    for (const count of isQuick ? [10, 100] : [10, 100, 1_000]) {
      await compare('activations', 'activations', count);
    }
    for (const count of isQuick ? [8] : [8, 200]) await compare('hub', 'integrations', count);
  });
  return { tables, aims: [], notes: [] };
}

async function runCards(
  page: Page,
  measureThread: MeasureThread,
  side: CardsKind,
  count: number,
): Promise<Sample> {
  const mount = await measureThread(() =>
    page.evaluate(([kind, size]) => window.cardsBench.open(kind, size), [side, count] as const),
  );
  const update = await measureThread(() => page.evaluate(() => window.cardsBench.update()));
  const nodes = await page.evaluate(() => window.cardsBench.countNodes());
  await page.evaluate(() => window.cardsBench.close());
  await page.requestGC();
  return { 'mount, ms': mount, 'one update, ms': update, 'DOM nodes': nodes };
}
