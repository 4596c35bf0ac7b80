import { createAllowance } from './allowance.js';
import {
  evaluate,
  MAX_PATTERN_STEPS,
  MAX_STEPS,
  type EvaluateOptions,
} from './evaluate/evaluate.js';
import type { ResolveContext } from './place.js';
import type { ReadSchema } from './schema/readSchema.js';

/** What the fields of a form ask the evaluator. */
export type FormEvaluator = Pick<ResolveContext, 'isValid' | 'listErrors' | 'isMatch'>;

/**
 * Evaluates parts of a schema for one answer to the user, with one allowance for all of them. Past it
 * nothing is valid and no pattern matches.
 */
export function createFormEvaluator(read: ReadSchema): FormEvaluator {
  const shared: EvaluateOptions = {
    allowance: createAllowance(MAX_STEPS),
    patternAllowance: createAllowance(MAX_PATTERN_STEPS),
  };
  return {
    isValid: (node, value) => evaluate(read, value, { ...shared, node, stopAtFirst: true }).valid,
    listErrors: (node, value) => evaluate(read, value, { ...shared, node }).errors,
    isMatch: ({ pattern }, text) =>
      pattern.test(text, shared.patternAllowance ?? createAllowance(0)) === true,
  };
}
