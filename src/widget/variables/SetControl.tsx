import { useState, type ReactNode } from 'react';
import { isJsonArray, isSameJson, type JsonValue } from '../../domain/json.js';
import type { Option, SetField } from '../../variables/field.js';
import { getChoice, OMITTED, toChoiceInput } from '../../variables/variableInput.js';
import { findOption, toListedOptions } from './ChoiceControl.js';
import type { FieldProps } from './FieldFrame.js';
import { GroupFrame } from './GroupFrame.js';
import { filterOptions, MANY_OPTIONS, OptionFilter } from './OptionFilter.js';
import { useVariables } from './VariablesContext.js';

/** Any of the schema's values, each once, in the order in which they were chosen. */
export function SetControl({ field, state, label, isBare }: FieldProps<SetField>): ReactNode {
  const context = useVariables();
  const { form, part, getId } = context;
  const [search, setSearch] = useState('');
  /** Values that are no options any more stay in sight, and can be ticked again. */
  const [foreign, setForeign] = useState<readonly JsonValue[]>([]);
  const id = getId(field.key);
  const chosen = getChoice(state.input);
  const values: readonly JsonValue[] = isJsonArray(chosen) ? chosen : [];
  const options = withForeign(field.options, [...foreign, ...values]);
  const listed = toListedOptions(context, options, field.pointer);
  const isChosen = (index: number): boolean =>
    values.some((value) => isSameJson(value, options[index]?.value ?? null));
  const isLong = listed.length > MANY_OPTIONS;
  const found = isLong ? filterOptions(listed, search, isChosen) : listed;

  function toggle(index: number): void {
    const value = options[index]?.value;
    if (value === undefined) return;
    const without = values.filter((known) => !isSameJson(known, value));
    const next = isChosen(index) ? without : [...without, value];
    setForeign(options.slice(field.options.length).map((option) => option.value));
    form.store.setInput(field, next.length === 0 ? OMITTED : toChoiceInput(next));
  }

  return (
    <GroupFrame field={field} state={state} label={label} isBare={isBare}>
      {isLong && (
        <OptionFilter
          id={id}
          label={label}
          search={search}
          onSearch={setSearch}
          found={found.length}
          total={listed.length}
        />
      )}
      {found.map((option) => (
        <div {...part('option')} key={option.index}>
          <input
            {...part('checkbox')}
            id={`${id}-${option.index}`}
            type="checkbox"
            checked={isChosen(option.index)}
            disabled={field.readOnly}
            onChange={() => toggle(option.index)}
            onBlur={() => form.store.leave(field)}
          />
          <label htmlFor={`${id}-${option.index}`} dir="auto">
            {option.label}
          </label>
        </div>
      ))}
    </GroupFrame>
  );
}

/** Values that are no option any more are shown too, or they could not be seen and unticked. */
function withForeign(known: readonly Option[], values: readonly JsonValue[]): readonly Option[] {
  const options = [...known];
  for (const value of values) {
    if (findOption(options, value) === -1) options.push({ value });
  }
  return options;
}
