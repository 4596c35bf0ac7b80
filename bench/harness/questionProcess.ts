/** One question in a process of its own, so that nothing of another one is in its memory. */
import type { Extent } from './result.js';
import { isQuestionName, questions } from '../questions.js';

const [, , name = '', extent = ''] = process.argv;
if (!isQuestionName(name)) throw new Error(`There is no question "${name}".`);
const { question } = await questions[name]();
const findings = await question.measure(JSON.parse(extent) as Extent);
process.send?.(findings, () => process.exit());
