import { memo, type NamedExoticComponent, type ReactNode } from 'react';
import type { Field } from '../../variables/field.js';
import type { FieldProps } from './FieldFrame.js';
import { getLabel } from './fieldText.js';
import { LazyControl } from './LazyControl.js';
import { ObjectControl } from './ObjectControl.js';
import { TextControl } from './TextControl.js';
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
  const shared = { field, state, label };
  if (load !== undefined && isSingle(field)) {
    return (
      <LazyControl {...shared}>
        {({ RemoteControl }) => <RemoteControl {...shared} load={load} />}
      </LazyControl>
    );
  }
  const own = renderOwn({ ...shared, isBare });
  const { renderVariable } = context;
  if (renderVariable === undefined || !isSingle(field)) return own;
  return (
    <LazyControl {...shared}>
      {({ HostControl }) => (
        <HostControl {...shared} render={renderVariable}>
          {own}
        </HostControl>
      )}
    </LazyControl>
  );
});

/** Fields with one value, which a host can replace. */
function isSingle(field: Field): boolean {
  return !/^(?:object|list|variant|nullable|const)$/.test(field.kind);
}

/** No component of its own: one less for React to keep of each of a thousand fields. */
function renderOwn({ field, isBare, ...rest }: FieldProps & { isBare: boolean }): ReactNode {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'number':
    case 'integer':
      return <TextControl field={field} {...rest} />;
    case 'object':
      return <ObjectControl field={field} isBare={isBare} {...rest} />;
    default:
      return (
        <LazyControl field={field} {...rest}>
          {({ FurtherControl }) => <FurtherControl field={field} {...rest} />}
        </LazyControl>
      );
  }
}
