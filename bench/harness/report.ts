import { questionNames, type QuestionName } from '../questions.js';
import type { Answer, Answers } from './answers.js';
import { toBars } from './bars.js';
import { toCell } from './numbers.js';
import type { Aim, Findings, Table } from './result.js';

const introduction = `# Results

Written by \`npm run bench\` from \`results.json\`; [README.md](README.md) says how to run it and how to read it. A cell is the median of the runs, and in brackets the quartiles around it. All sides of a table ran in turn in one run on one machine: the ratios hold elsewhere, the figures are this machine's.`;

/** The report in Markdown; questions that were not asked yet are left out. */
export function toReport(answers: Answers): string {
  const answered = questionNames.flatMap((name) => {
    const answer = answers[name];
    return answer === undefined ? [] : [{ name, answer }];
  });
  return [
    introduction,
    toMachines(answered.map(({ answer }) => answer)),
    toAims(answered),
    ...answered.flatMap(({ name, answer }) => toSection(name, answer)),
  ].join('\n\n');
}

function toMachines(answers: readonly Answer[]): string {
  const lines = answers.map(({ circumstances: { command, machine, versions } }) => {
    const list = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
    return `- Machine: ${machine}\n- Command: \`${command}\`\n- Versions: ${list.join(', ')}`;
  });
  return [...new Set(lines)].join('\n\n');
}

interface Answered {
  readonly name: QuestionName;
  readonly answer: Answer;
}

function toAims(answered: readonly Answered[]): string {
  const rows = answered.flatMap(({ name, answer }) =>
    (answer.findings?.aims ?? []).map((aim) => toAimRow(name, aim)),
  );
  if (rows.length === 0) return '';
  return [
    '## Aims',
    '',
    '| question | what | aim | measured | |',
    '| - | - | - | - | - |',
    ...rows,
  ].join('\n');
}

function toAimRow(name: QuestionName, { what, aim, measured, isMet }: Aim): string {
  return `| [${name}](#${name}) | ${what} | ${aim} | ${measured} | ${isMet ? 'met' : '**missed**'} |`;
}

function toSection(name: QuestionName, answer: Answer): string[] {
  const { title, method, measuredAt, seconds, findings, failure } = answer;
  return [
    `## ${name}`,
    title,
    `${method} Measured ${measuredAt.slice(0, 10)}, in ${seconds} s.`,
    ...(findings === null ? [`**Not answered:** ${failure ?? 'no reason is known'}`] : []),
    ...(findings === null ? [] : toTables(findings)),
  ];
}

function toTables({ tables, notes }: Findings): string[] {
  return [
    ...tables.flatMap((table) => [`### ${table.title}`, toMarkdown(table), toBars(table)]),
    ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []),
  ];
}

function toMarkdown({ sides, rows, unit, better }: Table): string {
  const head = `| ${[`${unit}, ${better} is better`, ...sides].join(' | ')} |`;
  const rule = `| - ${sides.map(() => '| -: ').join('')}|`;
  const body = rows.map(({ what, values }) => {
    const cells = sides.map((side) => toCell(values[side]));
    return `| ${[what, ...cells].join(' | ')} |`;
  });
  return [head, rule, ...body].join('\n');
}
