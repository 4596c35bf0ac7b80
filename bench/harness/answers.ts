import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { QuestionName } from '../questions.js';
import type { Circumstances } from './circumstances.js';
import type { Findings } from './result.js';

/** What one run found out about one question, and where. */
export interface Answer {
  readonly title: string;
  readonly method: string;
  /** Of the start, ISO 8601. */
  readonly measuredAt: string;
  readonly seconds: number;
  readonly circumstances: Circumstances;
  /** `null`: it did not finish. */
  readonly findings: Findings | null;
  readonly failure?: string;
}

export type Answers = Partial<Readonly<Record<QuestionName, Answer>>>;

export interface ResultFiles {
  readonly data: string;
  readonly report: string;
}

/** A full run's results are kept in the repository, those of a quick one are not. */
export const fullResults: ResultFiles = { data: 'bench/results.json', report: 'bench/RESULTS.md' };
export const quickResults: ResultFiles = {
  data: 'test-results/bench/results.json',
  report: 'test-results/bench/RESULTS.md',
};

export function readAnswers({ data }: ResultFiles): Answers {
  return existsSync(data) ? (JSON.parse(readFileSync(data, 'utf8')) as Answers) : {};
}

/** Writes it as `npm run check:format` wants it. */
export async function writeFormatted(path: string, text: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const options = await resolveConfig(path);
  writeFileSync(path, await format(text, { ...options, filepath: path }));
}
