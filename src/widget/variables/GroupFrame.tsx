import type { ReactNode } from 'react';
import type { FieldState } from '../../headless/variables-form/createVariablesFormStore.js';
import type { Field } from '../../variables/field.js';
import { describeField, hasDescription } from './describeField.js';
import { FieldDescription } from './FieldDescription.js';
import { FieldError } from './FieldError.js';
import { FieldMarks, hasMarks } from './FieldMarks.js';
import { useVariables } from './VariablesContext.js';

interface GroupFrameProps {
  readonly field: Field;
  readonly state: FieldState;
  readonly label: string;
  /** True: another field around it says its name already. */
  readonly isBare?: boolean | undefined;
  /** `radiogroup` where one of the controls within is chosen. */
  readonly role?: 'radiogroup';
  readonly children: ReactNode;
}

/** Groups several controls under one legend. */
export function GroupFrame(props: GroupFrameProps): ReactNode {
  const { field, state, label, isBare = false, role, children } = props;
  const { part, getId } = useVariables();
  const id = getId(field.key);
  const { 'aria-invalid': isInvalid, ...described } = describeField(field, state, id);
  return (
    <fieldset
      {...part('fieldset', isInvalid ? 'invalid' : undefined)}
      {...described}
      {...(role && { role, 'aria-required': field.required, 'aria-invalid': isInvalid })}
      id={id}
      data-kind={field.kind}
      tabIndex={-1}
    >
      <legend {...part('legend')}>
        {/* Its own direction is that of the text alone: the space to the mark is on the page's side. */}
        <span dir="auto" className={isBare ? 'onb-visually-hidden' : undefined}>
          {label}
        </span>
      </legend>
      {hasMarks(field) && <FieldMarks field={field} />}
      <div {...part('fieldset-body')}>
        {hasDescription(field) && <FieldDescription field={field} />}
        {children}
        {state.error && <FieldError field={field} error={state.error} label={label} />}
      </div>
    </fieldset>
  );
}
