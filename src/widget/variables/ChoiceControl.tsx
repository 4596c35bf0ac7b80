import type { ReactNode } from 'react';
import { isSameJson, type JsonValue } from '../../domain/json.js';
import type { ChoiceField, Option } from '../../variables/field.js';
import { getChoice, OMITTED, toChoiceInput } from '../../variables/variableInput.js';
import type { FieldProps } from './FieldFrame.js';
import { getOptionLabel } from './getOptionLabel.js';
import { OptionList } from './OptionList.js';
import type { ListedOption } from './OptionSelect.js';
import { useVariables, type VariablesFormContext } from './VariablesContext.js';

/** One of the schema's values. */
export function ChoiceControl(props: FieldProps<ChoiceField>): ReactNode {
  const { field, state } = props;
  const context = useVariables();
  const { form } = context;
  const value = getChoice(state.input);
  const options = withForeign(field.options, value);
  const chosen = value === undefined ? -1 : findOption(options, value);
  return (
    <OptionList
      {...props}
      options={toListedOptions(context, options, field.pointer).map((option) =>
        option.index < field.options.length
          ? option
          : { ...option, label: context.t('field.foreign', { name: option.label }) },
      )}
      chosen={chosen === -1 ? null : chosen}
      onChoose={(index) => {
        const option = index === null ? undefined : options[index];
        form.store.setInput(field, option === undefined ? OMITTED : toChoiceInput(option.value));
      }}
    />
  );
}

/** A value that is no option any more is shown too, or it could not be seen and changed. */
function withForeign(options: readonly Option[], value: JsonValue | undefined): readonly Option[] {
  if (value === undefined || findOption(options, value) !== -1) return options;
  return [...options, { value }];
}

export function findOption(options: readonly Option[], value: JsonValue): number {
  const isScalar = typeof value !== 'object' || value === null;
  return options.findIndex((option) =>
    isScalar ? option.value === value : isSameJson(option.value, value),
  );
}

export function toListedOptions(
  context: VariablesFormContext,
  options: readonly Option[],
  pointer: string,
): readonly ListedOption[] {
  return options.map((option, index) => ({
    index,
    label: getOptionLabel(context, option, pointer),
    description: option.description && context.translate(option.description, pointer),
  }));
}
