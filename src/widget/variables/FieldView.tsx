import { memo, type NamedExoticComponent, type ReactNode } from 'react';
import type { Field } from '../../variables/field.js';
import { fieldKinds, type FieldKind } from './fieldKinds.js';
import { getLabel } from './fieldText.js';
import { HostControl } from './HostControl.js';
import { RemoteControl } from './RemoteControl.js';
import { useFieldState, useVariables } from './VariablesContext.js';
import { findVariableOptions } from '../options/variableOptions.js';

interface FieldViewProps {
  readonly field: Field;
  /** Default: the field's title or name. */
  readonly label?: string;
  /** Another field around it says its name already. */
  readonly isBare?: boolean;
}

/** One field of any kind. Renders when its own input, error or schema changes, and only then. */
export const FieldView: NamedExoticComponent<FieldViewProps> = memo(function FieldView(
  props: FieldViewProps,
): ReactNode {
  const { field, isBare = false } = props;
  const context = useVariables();
  const state = useFieldState(context, field);
  const label = props.label ?? getLabel(context, field);
  const load = findVariableOptions(context.variableOptions, field.pointer);
  const shared = { field, state, label, isBare };
  const kind: FieldKind = fieldKinds[field.kind];
  if (kind.toInput === null) return <kind.Control {...shared} />;
  if (load !== undefined) return <RemoteControl {...shared} load={load} toInput={kind.toInput} />;
  const { renderVariable } = context;
  if (renderVariable === undefined) return <kind.Control {...shared} />;
  return (
    <HostControl {...shared} render={renderVariable} toInput={kind.toInput}>
      <kind.Control {...shared} />
    </HostControl>
  );
});
