import type { Question } from './harness/result.js';

export const questionNames = [
  'download',
  'visit',
  'variables',
  'choosing',
  'activations',
  'validation',
  'lifetime',
  'handler',
] as const;

export type QuestionName = (typeof questionNames)[number];

/** Each question by its name, in the order of the report; a folder each. */
export const questions: Readonly<
  Record<QuestionName, () => Promise<{ readonly question: Question }>>
> = {
  download: () => import('./download/question.js'),
  visit: () => import('./visit/question.js'),
  variables: () => import('./variables/question.js'),
  choosing: () => import('./choosing/question.js'),
  activations: () => import('./activations/question.js'),
  validation: () => import('./validation/question.js'),
  lifetime: () => import('./lifetime/question.js'),
  handler: () => import('./handler/question.js'),
};

export function isQuestionName(name: string): name is QuestionName {
  return Object.hasOwn(questions, name);
}
