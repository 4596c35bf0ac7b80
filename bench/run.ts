/**
 * `npm run bench`: how much ours costs beside what a host would use instead. `-- --quick` takes less
 * than two minutes, `-- download visit` asks these questions alone. Writes the figures and the report
 * made of them; ends with 1 where a question could not be answered, never because of a figure.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { answerQuestion } from './harness/answerQuestion.js';
import {
  fullResults,
  quickResults,
  readAnswers,
  writeFormatted,
  type Answers,
} from './harness/answers.js';
import { readCircumstances } from './harness/circumstances.js';
import { installPeers } from './harness/installPeers.js';
import { writeReadmeTable } from './harness/readmeTable.js';
import { toReport } from './harness/report.js';
import { isQuestionName, questionNames } from './questions.js';

const { values, positionals } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    planted: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !isQuestionName(name));
if (unknown.length > 0) {
  throw new Error(`No question is called ${unknown.join(', ')}: ${questionNames.join(', ')}.`);
}
const asked = positionals.length > 0 ? positionals.filter(isQuestionName) : questionNames;
const isFull = !values.quick && !values.planted;
const files = isFull ? fullResults : quickResults;

installPeers();
build();

const given = process.argv.slice(2);
const command = ['npm run bench', ...(given.length > 0 ? ['--', ...given] : [])].join(' ');
const circumstances = readCircumstances(command);
const extent = { isQuick: values.quick, isPlanted: values.planted };
let answers: Answers = readAnswers(files);
for (const name of asked) {
  console.log(`${name} …`);
  const answer = await answerQuestion(name, extent, circumstances);
  answers = { ...answers, [name]: answer };
  if (answer.findings === null) process.exitCode = 1;
  console.log(`${toReport({ [name]: answer })}\n`);
  // After each, so that an interrupted run has not measured in vain.
  await writeFormatted(files.data, JSON.stringify(answers));
  await writeFormatted(files.report, toReport(answers));
}
if (isFull) await writeReadmeTable(answers);
console.log(`Written: ${files.data}, ${files.report}`);

function build(): void {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('`npm run build` failed; its output is above.');
}
