import { memo, type NamedExoticComponent, type ReactNode } from 'react';
import { isAnyType, toAnyInput } from '../../variables/anyType.js';
import type { Field, VariantField } from '../../variables/field.js';
import { fieldKinds, type FieldKind } from './fieldKinds.js';
import { getLabel } from './fieldText.js';
import { hasNameError } from './hasNameError.js';
import { HostControl } from './HostControl.js';
import { LazyRemoteChoice } from './LazyCombobox.js';
import { useFieldState, useVariables } from './VariablesContext.js';
import { findVariableOptions } from '../options/variableOptions.js';

interface FieldViewProps {
  readonly field: Field;
  /** Default: the field's title or name. */
  readonly label?: string;
  /** Another field around it says its name already. */
  readonly isBare?: boolean;
  /** Its name is a control of its own, which shows what is wrong with the name. */
  readonly isNamed?: boolean;
}

/** One field of any kind. Renders when its own input, error or schema changes, and only then. */
export const FieldView: NamedExoticComponent<FieldViewProps> = memo(function FieldView(
  props: FieldViewProps,
): ReactNode {
  const { field, isBare = false, isNamed = false } = props;
  const context = useVariables();
  const own = useFieldState(context, field);
  const state = isNamed && hasNameError(field, own) ? { ...own, error: null } : own;
  const label = props.label ?? getLabel(context, field);
  const load = findVariableOptions(context.variableOptions, field.pointer);
  const shared = { field, state, label, isBare };
  const kind: FieldKind = fieldKinds[field.kind];
  const toInput = isAnyType(field) ? toInputOfAny(field) : kind.toInput;
  if (toInput === null) return <kind.Control {...shared} />;
  if (load !== undefined) return <LazyRemoteChoice {...shared} load={load} toInput={toInput} />;
  const { renderVariable } = context;
  if (renderVariable === undefined) return <kind.Control {...shared} />;
  return (
    <HostControl {...shared} render={renderVariable} toInput={toInput}>
      <kind.Control {...shared} />
    </HostControl>
  );
});

function toInputOfAny({ variants }: VariantField): NonNullable<FieldKind['toInput']> {
  const types = variants.map(({ type }) => type ?? 'null');
  return (value) => toAnyInput(value, types);
}
