import type { FieldState } from '../../headless/variables-form/createVariablesFormStore.js';
import type { Field } from '../../variables/field.js';
import { hasMarks } from './FieldMarks.js';

interface Described {
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

/** Whether the schema says more of a field than its name. */
export function hasDescription({ description, examples, isUnchecked }: Field): boolean {
  const hasExamples = examples.some((example) => typeof example !== 'object');
  return description !== undefined || hasExamples || isUnchecked;
}

/** Ties a control to the marks, the description, the notes and the error around it. */
export function describeField(
  field: Field,
  { error }: FieldState,
  id: string,
  notes: readonly string[] = [],
): Described {
  const ids = [
    ...(hasMarks(field) ? [`${id}-m`] : []),
    ...(hasDescription(field) ? [`${id}-d`] : []),
    ...notes,
    ...(error === null ? [] : [`${id}-e`]),
  ];
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(error !== null && { 'aria-invalid': true }),
  };
}
