import type { ReactNode } from 'react';
import type { FieldState } from '../../headless/variables-form/createVariablesFormStore.js';
import type { Option } from '../../variables/field.js';
import { GroupFrame } from './GroupFrame.js';
import { LazyFilteredChoice } from './LazyCombobox.js';
import { MANY_OPTIONS } from './OptionFilter.js';
import { OptionSelect, type ListedOption, type OptionListProps } from './OptionSelect.js';
import { useVariables } from './VariablesContext.js';

/** More than these are a select. */
const MAX_RADIOS = 5;

/** One of several: radios where they are few, else a select, or a list to search where they are many. */
export function OptionList(props: OptionListProps): ReactNode {
  if (props.options.length <= MAX_RADIOS) return <Radios {...props} />;
  if (props.options.length <= MANY_OPTIONS) return <OptionSelect {...props} />;
  return <LazyFilteredChoice {...props} />;
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
              // Of the group it is heard nowhere but at its start.
              // oxlint-disable-next-line jsx-a11y/role-supports-aria-props
              aria-invalid={state.error !== null || undefined}
              aria-describedby={describeOption(option, state, id)}
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

/** What is said of an option, and what is wrong with the choice. */
function describeOption(
  { index, description }: ListedOption,
  { error }: FieldState,
  id: string,
): string | undefined {
  const ids = [
    ...(description === undefined ? [] : [`${id}-${index}-d`]),
    ...(error === null ? [] : [`${id}-e`]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
}

function isBoolean({ value }: Option): boolean {
  return typeof value === 'boolean';
}
