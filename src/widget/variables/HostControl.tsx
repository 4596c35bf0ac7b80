import type { ReactNode } from 'react';
import type { JsonValue } from '../../domain/json.js';
import type { Field } from '../../variables/field.js';
import { toText } from '../../variables/errorParameters.js';
import { toValue } from '../../variables/toValue.js';
import type { VariableInput } from '../../variables/variableInput.js';
import { describeField } from './describeField.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { getErrorText } from './fieldText.js';
import type { RenderVariable } from '../options/renderVariable.js';
import { useFurtherVariables } from './useFurtherVariables.js';

interface HostControlProps extends FieldProps {
  readonly render: RenderVariable;
  /** What stands here where the host draws nothing. */
  readonly children: ReactNode;
}

/** A field that the host draws, within our label and above our error. */
export function HostControl(props: HostControlProps): ReactNode {
  const { field, state, label, render, children } = props;
  const context = useFurtherVariables();
  const { form, getId } = context;
  const id = getId(field.key);
  const drawn = render({
    field,
    id,
    label,
    describedBy: describeField(field, state, id)['aria-describedby'],
    value: toValue(field, state.input, []),
    error: state.error === null ? undefined : getErrorText(context, state.error, field.pointer),
    onChange: (value) => form.store.setInput(field, toFieldInput(field, value)),
    onBlur: () => form.store.leave(field),
  });
  if (drawn === undefined) return children;
  return (
    <FieldFrame field={field} state={state} label={label}>
      {drawn}
    </FieldFrame>
  );
}

/** A value as the user would have put it into a field of its kind. */
export function toFieldInput(field: Field, value: JsonValue | undefined): VariableInput {
  if (value === undefined) return null;
  switch (field.kind) {
    case 'choice':
    case 'set':
      return { choice: value };
    case 'boolean':
      return value;
    case 'json':
      return JSON.stringify(value, null, 2);
    default:
      return toText(value);
  }
}
