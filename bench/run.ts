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
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !isQuestionName(name));
if (unknown.length > 0) {
  throw new Error(`No question is called ${unknown.join(', ')}: ${questionNames.join(', ')}.`);
}
const asked = positionals.length > 0 ? positionals.filter(isQuestionName) : questionNames;
const files = values.quick ? quickResults : fullResults;

installPeers();
build();

const options = [...(values.quick ? ['--quick'] : []), ...positionals];
const command = ['npm run bench', ...(options.length > 0 ? ['--', ...options] : [])].join(' ');
const circumstances = readCircumstances(command);
let answers: Answers = readAnswers(files);
for (const name of asked) {
  console.log(`${name} …`);
  const answer = await answerQuestion(name, { isQuick: values.quick }, circumstances);
  answers = { ...answers, [name]: answer };
  if (answer.findings === null) process.exitCode = 1;
  console.log(`${toReport({ [name]: answer })}\n`);
  // After each, so that an interrupted run has not measured in vain.
  await writeFormatted(files.data, JSON.stringify(answers));
  await writeFormatted(files.report, toReport(answers));
}
if (!values.quick) await writeReadmeTable(answers);
console.log(`Written: ${files.data}, ${files.report}`);

function build(): void {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('`npm run build` failed; its output is above.');
}
