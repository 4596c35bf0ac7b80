import type { ReactNode } from 'react';
import { describeField } from './describeField.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { useVariables } from './VariablesContext.js';

/** An option by its place among all. */
export interface ListedOption {
  readonly index: number;
  readonly label: string;
  readonly description?: string | undefined;
}

export interface OptionListProps extends FieldProps {
  readonly options: readonly ListedOption[];
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
}

/** A select of options. */
export function OptionSelect(props: OptionListProps): ReactNode {
  const { field, state, label, isBare, options, chosen, onChoose } = props;
  const { part, t, getId, form } = useVariables();
  const id = getId(field.key);
  return (
    <FieldFrame field={field} state={state} label={label} isBare={isBare}>
      <select
        {...part('input')}
        {...describeField(field, state, id)}
        id={id}
        disabled={field.readOnly}
        aria-required={field.required}
        value={chosen ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? null : Number(target.value))}
        onBlur={() => form.store.leave(field)}
      >
        <option value="">{t(field.required ? 'field.choose' : 'field.notSet')}</option>
        {options.map((option) => (
          <option key={option.index} value={option.index} dir="auto">
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
