import type { ReactNode } from 'react';
import type { Field } from '../../variables/field.js';
import { useVariables } from './VariablesContext.js';

/** Marks beside a label, such as "optional". Outside of it, so that the control's name stays the title. */
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
