import type { ReactNode } from 'react';
import type { FieldError as Fault } from '../../headless/variables-form/findFieldErrors.js';
import type { Field } from '../../variables/field.js';
import { getErrorText } from './fieldText.js';
import { useVariables } from './VariablesContext.js';

interface FieldErrorProps {
  readonly field: Field;
  readonly error: Fault;
  readonly label: string;
}

/** Shows the error of a field. */
export function FieldError({ field, error, label }: FieldErrorProps): ReactNode {
  const context = useVariables();
  return (
    <p {...context.part('error')} id={`${context.getId(field.key)}-e`} dir="auto">
      {getErrorText(context, error, { pointer: field.pointer, name: label })}
    </p>
  );
}
