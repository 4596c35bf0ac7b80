import type { Page } from '@playwright/test';
import type { Aim, Extent, Findings, Question, Row, Table } from '../harness/result.js';
import { interleave, toRatio, type Sample } from '../harness/statistics.js';
import { createThreadMeasure, type MeasureThread } from '../harness/threadTime.js';
import { withPage } from '../harness/withPage.js';
import type { FormKind } from './forms/createForm.js';
import type { VariablesBench } from './page.js';

declare global {
  interface Window {
    readonly variablesBench: VariablesBench;
  }
}

export const question: Question = {
  title: 'What does a form made of a schema cost beside other forms of the same fields?',
  method:
    'Forms of that many required texts and one list, in one page of Chromium in turn. Milliseconds are of the thread of the page: script, style and layout. A key goes into the field in the middle; a validation is of a form with one wrong field. Bare inputs are memoised React inputs over one state, which only count characters; react-hook-form registers plain inputs. JSON Forms makes code of the schema, which a strict Content-Security-Policy refuses: its page has no policy. It validates with each key, so it has no validation of its own here.',
  measure,
};

const sides: readonly FormKind[] = [
  'VariablesForm',
  'bare inputs',
  'react-hook-form',
  'RJSF',
  'JSON Forms vanilla',
];
const keys = 12;

async function measure({ isQuick, isPlanted }: Extent): Promise<Findings> {
  const counts = isQuick ? [10, 100] : [10, 100, 1_000];
  const tables: Table[] = [];
  await withPage(new URL('.', import.meta.url), async (page) => {
    await page.waitForFunction(() => 'variablesBench' in window);
    const measureThread = await createThreadMeasure(page);
    for (const count of counts) {
      const rows = await interleave({
        sides,
        rounds: isQuick ? 2 : count === 1_000 ? 4 : 7,
        run: (side) => runForm(page, measureThread, isPlanted ? toPlanted(side) : side, count),
      });
      const title = `${count.toLocaleString('en')} fields`;
      tables.push({ title, unit: 'ms', better: 'less', sides, rows });
    }
  });
  return { tables, aims: toAims(tables.at(-1)), notes: [] };
}

const toPlanted = (side: FormKind): FormKind => (side === 'VariablesForm' ? 'planted' : side);

async function runForm(
  page: Page,
  measureThread: MeasureThread,
  side: FormKind,
  count: number,
): Promise<Sample> {
  const mount = await measureThread(() =>
    page.evaluate(([kind, size]) => window.variablesBench.open(kind, size), [side, count] as const),
  );
  await page.evaluate(() => window.variablesBench.focus());
  const allKeys = await measureThread(() =>
    page.evaluate((times) => window.variablesBench.press(times), keys),
  );
  let isAdded = false;
  const addRow = await measureThread(async () => {
    isAdded = await page.evaluate(() => window.variablesBench.addRow());
  });
  const validate = side === 'JSON Forms vanilla' ? null : await runValidation(page, measureThread);
  await page.evaluate(() => window.variablesBench.close());
  await page.requestGC();
  return withoutNull({
    mount,
    key: allKeys / keys,
    validate,
    'add a row': isAdded ? addRow : null,
  });
}

function withoutNull(all: Readonly<Record<string, number | null>>): Sample {
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, number] => entry[1] !== null),
  );
}

/** `null` where the form does not say that a field is wrong. */
async function runValidation(page: Page, measureThread: MeasureThread): Promise<number | null> {
  await page.evaluate(async () => {
    await window.variablesBench.focus();
    await window.variablesBench.spoil();
  });
  let isSaid = false;
  const time = await measureThread(async () => {
    isSaid = await page.evaluate(() => window.variablesBench.validate());
  });
  return isSaid ? time : null;
}

function toAims(largest: Table | undefined): Aim[] {
  const find = (what: string): Row | undefined => largest?.rows.find((row) => row.what === what);
  const toAim = (what: string, other: FormKind, most: number): Aim => {
    const ratio = toRatio(find(what), 'VariablesForm', other);
    return {
      what: `${what}, ${largest?.title ?? ''}`,
      aim: `at most ${most} × ${other}`,
      measured: `${ratio.toFixed(2)} ×`,
      isMet: ratio <= most,
    };
  };
  return [toAim('key', 'bare inputs', 1), toAim('mount', 'RJSF', 0.5)];
}
