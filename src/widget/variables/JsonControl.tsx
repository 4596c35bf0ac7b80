import type { ReactNode } from 'react';
import type { JsonField, JsonReason } from '../../variables/field.js';
import { getText, toTypedJsonInput } from '../../variables/variableInput.js';
import { describeField } from './describeField.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { useVariables } from './VariablesContext.js';

/** Reasons for which no value is right: only the schema's author can help. */
const UNUSABLE: ReadonlySet<JsonReason> = new Set(['nothing', 'contradiction', 'reference']);

/** JSON as text, where there is no better field. */
export function JsonControl({ field, state, label, isBare }: FieldProps<JsonField>): ReactNode {
  const { form, part, t, getId } = useVariables();
  const id = getId(field.key);
  // An error of the schema itself says the same.
  const hasNote = state.error?.keyword !== 'schema';
  return (
    <FieldFrame field={field} state={state} label={label} isBare={isBare}>
      <textarea
        {...part('input')}
        {...describeField(field, state, id, hasNote ? [`${id}-n`] : [])}
        id={id}
        rows={4}
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        aria-required={field.required}
        readOnly={field.readOnly}
        value={getText(state.input) ?? ''}
        onChange={(event) => form.store.setInput(field, toTypedJsonInput(event.target.value))}
        onBlur={() => form.store.leave(field)}
      />
      {hasNote && (
        <p {...part('note')} id={`${id}-n`}>
          {t(UNUSABLE.has(field.reason) ? 'field.schema' : 'field.json')}
        </p>
      )}
    </FieldFrame>
  );
}
