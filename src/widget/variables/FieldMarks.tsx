import type { ReactNode } from 'react';
import type { Field } from '../../variables/field.js';
import { useVariables } from './VariablesContext.js';

/** What is said beside a label. Outside of it, so that the name of the control stays the title. */
export function FieldMarks({ field }: { readonly field: Field }): ReactNode {
  const { part, getId, t } = useVariables();
  const marks = [
    !field.required && t('field.optional'),
    field.readOnly && t('field.readOnly'),
    field.deprecated && t('field.deprecated'),
  ].filter((mark) => mark !== false);
  return (
    <span {...part('mark')} id={`${getId(field.key)}-m`}>
      {marks.join(' · ')}
    </span>
  );
}

export function hasMarks(field: Field): boolean {
  return !field.required || field.readOnly || field.deprecated;
}
