import { readFileSync } from 'node:fs';
import type { Answers } from './answers.js';
import { writeFormatted } from './answers.js';
import { toNumber } from './numbers.js';
import type { QuestionName } from '../questions.js';

/** A row of the README: one row of one table of the results. */
interface Picked {
  readonly question: QuestionName;
  readonly table: string;
  readonly row: string;
  /** What it is called in the README. */
  readonly what: string;
}

const picked: readonly Picked[] = [
  { question: 'download', table: 'First load, gzip', row: 'Vite', what: 'first load' },
  { question: 'download', table: 'Whole activation, gzip', row: 'Vite', what: 'whole activation' },
  {
    question: 'variables',
    table: '1,000 fields',
    row: 'key',
    what: 'a key in a form of 1,000 fields',
  },
  {
    question: 'variables',
    table: '1,000 fields',
    row: 'mount',
    what: 'opening a form of 1,000 fields',
  },
];

const block = /<!-- bench -->[^]*?<!-- \/bench -->/;

/** The table between the marks of the README; empty where the results do not have its rows. */
export function toReadmeTable(answers: Answers): string {
  const lines = picked.flatMap(({ question, table: title, row: name, what }) => {
    const table = answers[question]?.findings?.tables.find((each) => each.title === title);
    const row = table?.rows.find((each) => each.what === name);
    if (table === undefined || row === undefined) return [];
    const figures = table.sides.flatMap((side) => {
      const spread = row.values[side];
      return spread === undefined ? [] : [`${side} ${toNumber(spread.median)}`];
    });
    const [ours, ...others] = figures;
    return [`| ${what}, ${table.unit} | **${ours}** | ${others.join(', ')} |`];
  });
  return ['| what | ours | beside |', '| - | - | - |', ...lines].join('\n');
}

/** Puts the table of these answers into the README, where it has the marks. */
export async function writeReadmeTable(answers: Answers): Promise<void> {
  const readme = readFileSync('README.md', 'utf8');
  const table = `<!-- bench -->\n\n${toReadmeTable(answers)}\n\n<!-- /bench -->`;
  if (block.test(readme))
    await writeFormatted(
      'README.md',
      readme.replace(block, () => table),
    );
}
