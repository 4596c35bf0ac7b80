import type { ReactNode } from 'react';
import type { FieldState } from '../../headless/variables-form/createVariablesFormStore.js';
import type { Field } from '../../variables/field.js';
import { hasDescription } from './describeField.js';
import { FieldDescription } from './FieldDescription.js';
import { FieldError } from './FieldError.js';
import { FieldMarks, hasMarks } from './FieldMarks.js';
import { useVariables } from './VariablesContext.js';

/** What the component of each kind is given. */
export interface FieldProps<Kind extends Field = Field> {
  readonly field: Kind;
  readonly state: FieldState;
  readonly label: string;
  /** True: another field around it says its name already. */
  readonly isBare?: boolean | undefined;
}

interface FieldFrameProps extends FieldProps {
  readonly children: ReactNode;
  /** The control brings its own name, as a switch does. */
  readonly hasLabel?: boolean;
}

/** Label, marks, description, control and error of a field with one control. */
export function FieldFrame(props: FieldFrameProps): ReactNode {
  const { field, state, label, isBare = false, children, hasLabel = true } = props;
  const { part, getId } = useVariables();
  const id = getId(field.key);
  return (
    <div {...part('field', state.error === null ? undefined : 'invalid')} data-kind={field.kind}>
      {hasLabel && (
        <div className={isBare ? 'onb-visually-hidden' : 'onb-label-row'}>
          <label {...part('label')} htmlFor={id} dir="auto">
            {label}
          </label>
          {hasMarks(field) && <FieldMarks field={field} />}
        </div>
      )}
      {hasDescription(field) && <FieldDescription field={field} />}
      {children}
      {state.error && <FieldError field={field} error={state.error} label={label} />}
    </div>
  );
}
