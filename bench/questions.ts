import type { Question } from './harness/result.js';

export const questionNames = ['download', 'variables', 'choosing', 'handler'] as const;

export type QuestionName = (typeof questionNames)[number];

/** Each question by its name, in the order of the report; a folder each. */
export const questions: Readonly<
  Record<QuestionName, () => Promise<{ readonly question: Question }>>
> = {
  download: () => import('./download/question.js'),
  variables: () => import('./variables/question.js'),
  choosing: () => import('./choosing/question.js'),
  handler: () => import('./handler/question.js'),
};

export function isQuestionName(name: string): name is QuestionName {
  return Object.hasOwn(questions, name);
}
