import type { ReactNode } from 'react';
import type { ConstField } from '../../variables/field.js';
import { getChoice, OMITTED, toChoiceInput } from '../../variables/variableInput.js';
import { describeField } from './describeField.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { getOptionLabel } from './getOptionLabel.js';
import { useVariables } from './VariablesContext.js';

/** A value that cannot be another: shown where it is required, else taken or left out. */
export function ConstControl({ field, state, label, isBare }: FieldProps<ConstField>): ReactNode {
  const context = useVariables();
  const { form, part, getId } = context;
  const id = getId(field.key);
  const text = getOptionLabel(context, { value: field.value }, field.pointer);
  if (field.required) {
    return (
      <FieldFrame field={field} state={state} label={label} isBare={isBare}>
        <output {...part('const')} {...describeField(field, state, id)} id={id} dir="auto">
          {text}
        </output>
      </FieldFrame>
    );
  }
  return (
    <FieldFrame field={field} state={state} label={label} isBare={isBare}>
      <div {...part('option')}>
        <input
          {...part('checkbox')}
          {...describeField(field, state, id)}
          id={id}
          type="checkbox"
          disabled={field.readOnly}
          checked={getChoice(state.input) !== undefined}
          onChange={({ target }) =>
            form.store.setInput(field, target.checked ? toChoiceInput(field.value) : OMITTED)
          }
          onBlur={() => form.store.leave(field)}
        />
        <label htmlFor={id} dir="auto">
          {text}
        </label>
      </div>
    </FieldFrame>
  );
}
