import { useState, type ReactNode } from 'react';
import type { FieldState } from '../../headless/variables-form/createVariablesFormStore.js';
import type { Field } from '../../variables/field.js';
import { describeField } from './describeField.js';
import { FieldFrame } from './FieldFrame.js';
import { GroupFrame } from './GroupFrame.js';
import { filterOptions, MANY_OPTIONS, OptionFilter } from './OptionFilter.js';
import { useVariables } from './VariablesContext.js';

/** An option by its place among all. */
export interface ListedOption {
  readonly index: number;
  readonly label: string;
  readonly description?: string | undefined;
}

interface OptionListProps {
  readonly field: Field;
  readonly state: FieldState;
  readonly label: string;
  readonly options: readonly ListedOption[];
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
}

/** More than these are a select. */
const MAX_RADIOS = 5;

/** One of several: radios where they are few, else a select, with a filter where they are many. */
export function OptionList(props: OptionListProps): ReactNode {
  return props.options.length <= MAX_RADIOS ? <Radios {...props} /> : <Select {...props} />;
}

function Radios({ field, state, label, options, chosen, onChoose }: OptionListProps): ReactNode {
  const { part, t, getId, form } = useVariables();
  const id = getId(field.key);
  const none = { index: -1, label: t('field.notSet') };
  const all: readonly ListedOption[] = field.required ? options : [...options, none];
  return (
    <GroupFrame field={field} state={state} label={label} role="radiogroup">
      {all.map((option) => (
        <div {...part('option')} key={option.index}>
          <input
            {...part('radio')}
            id={`${id}-${option.index}`}
            type="radio"
            name={id}
            disabled={field.readOnly}
            checked={option.index === (chosen ?? -1)}
            aria-describedby={option.description && `${id}-${option.index}-d`}
            onChange={() => onChoose(option.index === -1 ? null : option.index)}
            onBlur={() => form.store.leave(field)}
          />
          <label htmlFor={`${id}-${option.index}`} dir="auto">
            {option.label}
          </label>
          {option.description !== undefined && (
            <p {...part('hint')} id={`${id}-${option.index}-d`} dir="auto">
              {option.description}
            </p>
          )}
        </div>
      ))}
    </GroupFrame>
  );
}

function Select({ field, state, label, options, chosen, onChoose }: OptionListProps): ReactNode {
  const { part, t, getId, form } = useVariables();
  const [search, setSearch] = useState('');
  const id = getId(field.key);
  const isLong = options.length > MANY_OPTIONS;
  const found = isLong ? filterOptions(options, search, (index) => index === chosen) : options;
  return (
    <FieldFrame field={field} state={state} label={label}>
      {isLong && (
        <OptionFilter
          id={id}
          label={label}
          search={search}
          onSearch={setSearch}
          found={found.length}
          total={options.length}
        />
      )}
      <select
        {...part('input')}
        {...describeField(field, state, id, isLong ? [`${id}-f`] : [])}
        id={id}
        disabled={field.readOnly}
        aria-required={field.required}
        value={chosen ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? null : Number(target.value))}
        onBlur={() => form.store.leave(field)}
      >
        <option value="">{t(field.required ? 'field.choose' : 'field.notSet')}</option>
        {found.map((option) => (
          <option key={option.index} value={option.index} dir="auto">
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
