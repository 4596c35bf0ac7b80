import type { ReactNode } from 'react';
import type { FieldState } from '../../headless/variables-form/createVariablesFormStore.js';
import type { Field } from '../../variables/field.js';
import { describeField } from './describeField.js';
import { FieldFrame } from './FieldFrame.js';
import { GroupFrame } from './GroupFrame.js';
import { LazyControl } from './LazyControl.js';
import { useFurtherVariables } from './useFurtherVariables.js';

/** An option by its place among all. */
export interface ListedOption {
  readonly index: number;
  readonly label: string;
  readonly description?: string | undefined;
}

export interface OptionListProps {
  readonly field: Field;
  readonly state: FieldState;
  readonly label: string;
  readonly options: readonly ListedOption[];
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
}

/** More than these are a select. */
const MAX_RADIOS = 5;

/** Past this there is a filter. */
export const MANY_OPTIONS = 50;

/** One of several: radios where they are few, else a select, with a filter where they are many. */
export function OptionList(props: OptionListProps): ReactNode {
  if (props.options.length <= MAX_RADIOS) return <Radios {...props} />;
  if (props.options.length <= MANY_OPTIONS) return <Select {...props} />;
  return (
    <LazyControl {...props}>{({ FilteredSelect }) => <FilteredSelect {...props} />}</LazyControl>
  );
}

function Radios({ field, state, label, options, chosen, onChoose }: OptionListProps): ReactNode {
  const { part, t, getId, form } = useFurtherVariables();
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

interface SelectProps extends OptionListProps {
  /** The id of what is said of the options as a whole. */
  readonly note?: string;
  /** Stands above the select. */
  readonly children?: ReactNode;
}

export function Select(props: SelectProps): ReactNode {
  const { field, state, label, options, chosen, onChoose, note, children } = props;
  const { part, t, getId, form } = useFurtherVariables();
  const id = getId(field.key);
  return (
    <FieldFrame field={field} state={state} label={label}>
      {children}
      <select
        {...part('input')}
        {...describeField(field, state, id, note === undefined ? [] : [note])}
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
