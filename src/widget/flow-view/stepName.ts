import type { Step } from '../../flow/steps.js';
import { assertNever } from '../../domain/assertNever.js';
import type { Text } from '../root/text.js';

/** Returns the name of a step. */
export function toStepName({ t }: Text, step: Step): string {
  switch (step.kind) {
    case 'template':
      return step.template.name.trim() || t('unnamed');
    case 'variables':
      return t('step.variables');
    case 'review':
      return t('step.review');
    default:
      return assertNever(step);
  }
}
