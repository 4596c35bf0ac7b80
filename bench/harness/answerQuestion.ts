import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { questions, type QuestionName } from '../questions.js';
import type { Answer } from './answers.js';
import type { Circumstances } from './circumstances.js';
import type { Extent, Findings } from './result.js';

/** A question that takes longer is given up: the others shall have their turn. */
const limitMs = 10 * 60_000;

/** Never rejects: what went wrong is part of the answer. */
export async function answerQuestion(
  name: QuestionName,
  extent: Extent,
  circumstances: Circumstances,
): Promise<Answer> {
  const { title, method } = (await questions[name]()).question;
  const started = Date.now();
  const outcome = await measureInProcess(name, extent).then(
    (findings) => ({ findings }),
    (error: unknown) => ({ findings: null, failure: String(error) }),
  );
  return {
    title,
    method,
    measuredAt: new Date(started).toISOString(),
    seconds: Math.round((Date.now() - started) / 1000),
    circumstances,
    ...outcome,
  };
}

function measureInProcess(name: QuestionName, extent: Extent): Promise<Findings> {
  const path = fileURLToPath(new URL('questionProcess.ts', import.meta.url));
  const child = fork(path, [name, JSON.stringify(extent)], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => {
      child.kill();
      reject(new Error(`It took more than ${limitMs / 60_000} minutes.`));
    }, limitMs);
    child.once('message', (findings) => resolve(findings as Findings));
    child.once('exit', (code) => {
      clearTimeout(giveUp);
      reject(new Error(`It ended with ${code}; its output says why.`));
    });
  });
}
