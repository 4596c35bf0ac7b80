import type { ReactNode } from 'react';
import type { Variant, VariantField } from '../../variables/field.js';
import { isAnyType } from '../../variables/anyType.js';
import { withVariant } from '../../variables/withVariant.js';
import type { FieldProps } from './FieldFrame.js';
import { FieldView } from './FieldView.js';
import { findOption } from './ChoiceControl.js';
import { toName, toPropertyName } from './fieldText.js';
import { getOptionLabel } from './getOptionLabel.js';
import { OptionList } from './OptionList.js';
import { OptionSelect } from './OptionSelect.js';
import { useVariables, type VariablesFormContext } from './VariablesContext.js';

/** Which of several shapes a value has, and then the fields of that shape. */
export function VariantControl(props: FieldProps<VariantField>): ReactNode {
  const { field, label } = props;
  const context = useVariables();
  const { form, part } = context;
  const options = field.variants.map((variant, position) => ({
    index: variant.index,
    label: getVariantLabel(context, field, variant, position + 1),
  }));
  const { field: inner } = field;
  const isOfAnyType = isAnyType(field);
  const Options = isOfAnyType ? OptionSelect : OptionList;
  const chosenLabel = options.find(({ index }) => index === field.chosen)?.label ?? label;
  const variant = field.variants.find(({ index }) => index === field.chosen);
  // What is added to "Tags" is no item of "List".
  const isNamedAround =
    (inner?.kind === 'list' || inner?.kind === 'object') &&
    (variant?.title ?? variant?.definition) === undefined;
  return (
    <div {...part('variant', isOfAnyType ? 'kind' : undefined)}>
      <Options
        {...props}
        options={options}
        chosen={field.chosen}
        onChoose={(index) =>
          form.store.setInput(
            field,
            withVariant(form.store.getFieldInput(field), index, field.shared),
          )
        }
      />
      {inner !== null && inner.kind !== 'const' && (
        <FieldView
          key={inner.key}
          field={inner}
          isBare
          label={isNamedAround ? label : chosenLabel}
        />
      )}
    </div>
  );
}

function getVariantLabel(
  context: VariablesFormContext,
  field: VariantField,
  { index, title, constants, definition, type }: Variant,
  position: number,
): string {
  const { t } = context;
  if (title !== undefined) return toName(context, title, field.pointer);
  const others = field.variants.filter((other) => other.index !== index);
  const telling = constants.find(({ value }) =>
    others.every((other) => findOption(other.constants, value) === -1),
  );
  if (telling) return getOptionLabel(context, telling, field.pointer);
  const isTelling = others.every((other) => other.type !== type);
  if (definition !== undefined) return toPropertyName(context, definition, field.pointer);
  if (type !== undefined && isTelling) return t(`field.type.${type}`);
  return t('field.variant', { position });
}
