import { useRef, type ReactNode } from 'react';
import type { Field, NullableField } from '../../variables/field.js';
import { NONE, OMITTED, type VariableInput } from '../../variables/variableInput.js';
import { describeField } from './describeField.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { FieldView } from './FieldView.js';
import { useFieldState, useVariables } from './VariablesContext.js';

/** Draws a field with a box that makes it `null`. */
export function NullableControl({ field, state, label }: FieldProps<NullableField>): ReactNode {
  const context = useVariables();
  const { part, t, getId } = context;
  const { store } = context.form;
  const none = state.input?.kind === 'none';
  /** What stood here before the box was ticked, for when that is taken back. */
  const typed = useRef<VariableInput>(OMITTED);
  // Errors of the place are the innermost field's, which is not drawn while the value is null.
  const innermost = getInnermost(field);
  const { error } = useFieldState(context, innermost);
  const id = getId(innermost.key);
  const stand = { ...field, key: innermost.key };

  function change(isChecked: boolean): void {
    const before = typed.current;
    if (isChecked) typed.current = store.getFieldInput(field) ?? OMITTED;
    store.setInput(field, isChecked ? NONE : before);
  }

  return (
    <div {...part('nullable', none ? 'none' : undefined)}>
      {none ? (
        <FieldFrame field={stand} state={{ ...state, error }} label={label}>
          {null}
        </FieldFrame>
      ) : (
        <FieldView field={field.field} label={label} />
      )}
      <div {...part('option')}>
        <input
          {...part('checkbox')}
          {...(none && describeField(stand, { ...state, error }, id))}
          id={none ? id : `${id}-none`}
          type="checkbox"
          checked={none}
          disabled={field.readOnly}
          aria-label={t('field.noneOf', { name: label })}
          onChange={({ target }) => change(target.checked)}
          onBlur={() => store.leave(innermost)}
        />
        <label htmlFor={none ? id : `${id}-none`} aria-hidden="true">
          {t('field.noneOf', { name: label })}
        </label>
      </div>
    </div>
  );
}

/** The field within that has the same place and none of that place in it. */
function getInnermost({ field }: NullableField): Field {
  let inner = field;
  while (inner.kind === 'variant' && inner.field !== null) inner = inner.field;
  return inner;
}
