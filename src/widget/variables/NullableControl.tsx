import type { ReactNode } from 'react';
import type { NullableField } from '../../variables/field.js';
import { isNone, NONE } from '../../variables/variableInput.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { FieldView } from './FieldView.js';
import { useRareVariables } from './useRareVariables.js';

/** A field, or `null` in its place. */
export function NullableControl({ field, state, label }: FieldProps<NullableField>): ReactNode {
  const { form, part, t, getId } = useRareVariables();
  const id = getId(field.key);
  const none = isNone(state.input);
  return (
    <div {...part('nullable', none ? 'none' : undefined)}>
      {none ? (
        <FieldFrame field={field} state={{ ...state, error: null }} label={label}>
          {null}
        </FieldFrame>
      ) : (
        <FieldView field={field.field} label={label} />
      )}
      <div {...part('option')}>
        <input
          {...part('checkbox')}
          id={none ? id : `${id}-none`}
          type="checkbox"
          checked={none}
          disabled={field.readOnly}
          aria-label={t('field.noneOf', { name: label })}
          onChange={({ target }) => form.store.setInput(field, target.checked ? NONE : null)}
        />
        <span aria-hidden="true">{t('field.none')}</span>
      </div>
    </div>
  );
}
