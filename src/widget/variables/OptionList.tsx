import type { ReactNode } from 'react';
import type { Option } from '../../variables/field.js';
import { FilteredSelect } from './FilteredSelect.js';
import { GroupFrame } from './GroupFrame.js';
import { MANY_OPTIONS } from './OptionFilter.js';
import { OptionSelect, type ListedOption, type OptionListProps } from './OptionSelect.js';
import { useVariables } from './VariablesContext.js';

/** More than these are a select. */
const MAX_RADIOS = 5;

/** One of several: radios where they are few, else a select, with a filter where they are many. */
export function OptionList(props: OptionListProps): ReactNode {
  if (props.options.length <= MAX_RADIOS) return <Radios {...props} />;
  if (props.options.length <= MANY_OPTIONS) return <OptionSelect {...props} />;
  return <FilteredSelect {...props} />;
}

function Radios({
  field,
  state,
  label,
  isBare,
  options,
  chosen,
  onChoose,
}: OptionListProps): ReactNode {
  const { part, t, getId, form } = useVariables();
  const id = getId(field.key);
  const none = { index: -1, label: t('field.notSet') };
  const all: readonly ListedOption[] = field.required ? options : [...options, none];
  const isYesNo = field.kind === 'choice' && field.options.every(isBoolean);
  return (
    <GroupFrame field={field} state={state} label={label} isBare={isBare} role="radiogroup">
      <div {...part('options', isYesNo ? 'line' : undefined)}>
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
      </div>
    </GroupFrame>
  );
}

function isBoolean({ value }: Option): boolean {
  return typeof value === 'boolean';
}
