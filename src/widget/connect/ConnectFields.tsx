import { useMemo, type KeyboardEvent, type ReactNode } from 'react';
import type { ConnectForm } from '../../domain/template.js';
import type { VariablesFormHandle } from '../../headless/variables-form/useVariablesForm.js';
import type { FlowOptions } from '../options/FlowOptions.js';
import { FlowOptionsContext } from '../options/FlowOptionsContext.js';
import type { RenderVariableProps } from '../options/renderVariable.js';
import { VariablesFields } from '../variables/VariablesFields.js';
import { findPemKind } from './connectSchema.js';
import { PemInput } from './PemInput.js';

interface ConnectFieldsProps {
  readonly form: ConnectForm;
  readonly fields: VariablesFormHandle;
  /** Absent: there is nothing to send now. */
  readonly onEnter: (() => void) | undefined;
}

/** The fields of a template's schemes. */
export function ConnectFields({ form, fields, onEnter }: ConnectFieldsProps): ReactNode {
  const options = useFieldOptions(form);

  function onKeyDown(event: KeyboardEvent): void {
    const { key, target, nativeEvent } = event;
    const isField = target instanceof HTMLInputElement && target.type !== 'file';
    if (key !== 'Enter' || !isField || nativeEvent.isComposing) return;
    // Around the widget may be a form of the host's.
    event.preventDefault();
    onEnter?.();
  }

  return (
    <div role="presentation" onKeyDown={onKeyDown}>
      <FlowOptionsContext.Provider value={options}>
        <VariablesFields form={fields} />
      </FlowOptionsContext.Provider>
    </div>
  );
}

/** The fields of credentials are our own: what a host draws or translates is for variables alone. */
function useFieldOptions(form: ConnectForm): FlowOptions {
  return useMemo(
    () => ({
      renderVariable(field: RenderVariableProps) {
        const kind = findPemKind(form, field.field.pointer);
        return kind && <PemInput {...field} kind={kind} />;
      },
    }),
    [form],
  );
}
