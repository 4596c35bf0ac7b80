import type { ReactNode } from 'react';
import type { JsonValue } from '../../domain/json.js';
import { toValue } from '../../variables/toValue.js';
import { OMITTED, type VariableInput } from '../../variables/variableInput.js';
import { describeField } from './describeField.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { getErrorText } from './fieldText.js';
import type { RenderVariable } from '../options/renderVariable.js';
import { useVariables } from './VariablesContext.js';

interface HostControlProps extends FieldProps {
  readonly render: RenderVariable;
  readonly toInput: (value: JsonValue) => VariableInput;
  /** What stands here where the host draws nothing. */
  readonly children: ReactNode;
}

/** A field that the host draws, within our label and above our error. */
export function HostControl(props: HostControlProps): ReactNode {
  const { field, state, label, isBare, render, toInput, children } = props;
  const context = useVariables();
  const { form, getId } = context;
  const id = getId(field.key);
  const drawn = render({
    field,
    id,
    label,
    describedBy: describeField(field, state, id)['aria-describedby'],
    value: toValue(field, state.input, []),
    error: state.error
      ? getErrorText(context, state.error, { pointer: field.pointer, name: label })
      : undefined,
    onChange: (value) => form.store.setInput(field, value === undefined ? OMITTED : toInput(value)),
    onBlur: () => form.store.leave(field),
  });
  if (drawn === undefined) return children;
  return (
    <FieldFrame field={field} state={state} label={label} isBare={isBare}>
      <div className="onb-host">{drawn}</div>
    </FieldFrame>
  );
}
