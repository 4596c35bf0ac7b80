import type { ReactNode } from 'react';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import type { LoadVariableOptions } from './variableOptions.js';

interface RemoteControlProps extends FieldProps {
  readonly load: LoadVariableOptions;
}

export function RemoteControl({ field, state, label }: RemoteControlProps): ReactNode {
  return (
    <FieldFrame field={field} state={state} label={label}>
      {null}
    </FieldFrame>
  );
}
