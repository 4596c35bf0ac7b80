import type { ReactNode } from 'react';
import type { JsonField } from '../../variables/field.js';
import { getText, toTypedInput } from '../../variables/variableInput.js';
import { describeField } from './describeField.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { useVariables } from './VariablesContext.js';

/** JSON as text, with the reason why there is no better field. */
export function JsonControl({ field, state, label, isBare }: FieldProps<JsonField>): ReactNode {
  const { form, part, t, getId } = useVariables();
  const id = getId(field.key);
  return (
    <FieldFrame field={field} state={state} label={label} isBare={isBare}>
      <textarea
        {...part('input')}
        {...describeField(field, state, id, [`${id}-n`])}
        id={id}
        rows={4}
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        aria-required={field.required}
        readOnly={field.readOnly}
        value={getText(state.input) ?? ''}
        onChange={(event) => form.store.setInput(field, toTypedInput(event.target.value))}
        onBlur={() => form.store.leave(field)}
      />
      <p {...part('note')} id={`${id}-n`}>
        {t(`field.json.${field.reason}`)}
      </p>
    </FieldFrame>
  );
}
