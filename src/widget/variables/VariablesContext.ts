import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { FieldState } from '../../headless/variables-form/createVariablesFormStore.js';
import type { VariablesFormHandle } from '../../headless/variables-form/useVariablesForm.js';
import type { Field } from '../../variables/field.js';
import type { Part } from '../root/part.js';
import type { VariableOptions } from '../options/variableOptions.js';
import type { RenderVariable } from '../options/renderVariable.js';
import type { TranslateVariables } from '../../headless/variables-form/toErrorMessage.js';

/** Shared by every field of one form; changes only with the form, the language or the host's options. */
export interface VariablesFormContext {
  readonly form: VariablesFormHandle;
  readonly t: TranslateVariables;
  readonly part: Part;
  /** The id of a field's control, also of one that is not on the page. */
  readonly getId: (key: string) => string;
  /** A text of the schema, as the host translates it. */
  readonly translate: (text: string, pointer: string) => string;
  /** Says a change aloud that is seen but not focused. */
  readonly announce: (text: string) => void;
  /** Called when more of the fields are on the page than before. */
  readonly onDrawn: () => void;
  readonly renderVariable: RenderVariable | undefined;
  readonly variableOptions: VariableOptions | undefined;
}

export const VariablesContext: React.Context<VariablesFormContext | null> =
  createContext<VariablesFormContext | null>(null);

export function useVariables(): VariablesFormContext {
  const context = useContext(VariablesContext);
  if (context === null) {
    throw new Error('A field was rendered outside of <VariablesFields>, so it has no form.');
  }
  return context;
}

/** The state of one field; its component renders when this changes, and no other does. */
export function useFieldState(
  { form }: Pick<VariablesFormContext, 'form'>,
  field: Field,
): FieldState {
  const { store } = form;
  const subscribe = useCallback(
    (listener: () => void) => store.subscribeField(field.key, listener),
    [store, field.key],
  );
  const read = (): FieldState => store.getField(field.key);
  return useSyncExternalStore(subscribe, read, read);
}
