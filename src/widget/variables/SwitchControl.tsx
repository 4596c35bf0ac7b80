import type { ReactNode } from 'react';
import type { BooleanField } from '../../variables/field.js';
import { getSwitch, toSwitchInput } from '../../variables/variableInput.js';
import { describeField } from './describeField.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { useVariables } from './VariablesContext.js';

/** On or off. */
export function SwitchControl({ field, state, label }: FieldProps<BooleanField>): ReactNode {
  const { form, part, getId } = useVariables();
  const id = getId(field.key);
  return (
    <FieldFrame field={{ ...field, required: true }} state={state} label={label} hasLabel={false}>
      <div className="onb-switch-row">
        <input
          {...part('switch')}
          {...describeField({ ...field, required: true, readOnly: false }, state, id)}
          id={id}
          type="checkbox"
          role="switch"
          checked={getSwitch(state.input) === true}
          disabled={field.readOnly}
          onChange={(event) => form.store.setInput(field, toSwitchInput(event.target.checked))}
          onBlur={() => form.store.leave(field)}
        />
        <label {...part('label')} htmlFor={id} dir="auto">
          {label}
        </label>
      </div>
    </FieldFrame>
  );
}
