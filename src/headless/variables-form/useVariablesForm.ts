import { useEffect, useMemo, useRef, useState } from 'react';
import { isSameJson, type JsonObject, type JsonSchema } from '../../domain/json.js';
import type { VariableInput } from '../../variables/variableInput.js';
import {
  createVariablesFormStore,
  type Refusal,
  type VariablesFormOptions,
  type VariablesFormStore,
} from './createVariablesFormStore.js';

export interface UseVariablesFormOptions extends VariablesFormOptions {
  /** Refusals by the platform. A new array is a new answer, and replaces the one before. */
  readonly platformFields?: readonly Refusal[] | undefined;
  /** Called with valid values only. */
  readonly onSubmit?: ((values: JsonObject, input: VariableInput) => void) | undefined;
}

/** A form of variables, without any markup: `VariablesFields` draws it. */
export interface VariablesForm {
  readonly store: VariablesFormStore;
  /** The values as they would be sent now, valid or not. */
  values(): JsonObject;
  /** Shows all errors; without any it calls `onSubmit`. Whether it did. */
  submit(): boolean;
  /** Moves the focus to the first field with an error; false where there is none on the page. */
  focusFirstError(): boolean;
  /** How `VariablesFields` says how a field is focused. */
  readonly focus: { current: ((key: string) => boolean) | null };
}

/**
 * Makes a form for a schema and keeps it as long as the schema says the same. Reading a form's state
 * is up to who draws it, so that a key press renders one field and not the component that calls this.
 */
export function useVariablesForm(options: UseVariablesFormOptions): VariablesForm {
  const { schema, platformFields } = options;
  const latest = useRef(options);
  const [held, setHeld] = useState(() => hold(options));
  if (held.schema !== schema && !isSameJson(held.schema, schema)) setHeld(hold(options));
  const { store, forward } = held;

  useEffect(() => {
    latest.current = options;
    forward.current = (input) => latest.current.onInputChange?.(input);
  });

  useEffect(() => {
    if (platformFields !== undefined) store.setRefusals(platformFields);
  }, [store, platformFields]);

  return useMemo(() => createForm(store, latest), [store]);
}

interface Held {
  readonly schema: JsonSchema;
  readonly store: VariablesFormStore;
  readonly forward: { current: ((input: VariableInput) => void) | null };
}

function hold(options: UseVariablesFormOptions): Held {
  const forward: Held['forward'] = { current: null };
  const store = createVariablesFormStore({
    ...options,
    onInputChange: (input) => forward.current?.(input),
  });
  return { schema: options.schema, store, forward };
}

function createForm(
  store: VariablesFormStore,
  latest: { readonly current: UseVariablesFormOptions },
): VariablesForm {
  const focus: VariablesForm['focus'] = { current: null };
  const focusFirstError = (): boolean => {
    const key = store.getFirstError()?.key;
    return typeof key === 'string' && focus.current?.(key) === true;
  };
  return {
    store,
    focus,
    focusFirstError,
    values: () => store.getValues(),
    submit() {
      if (!store.check()) {
        focusFirstError();
        return false;
      }
      latest.current.onSubmit?.(store.getValues(), store.getInput());
      return true;
    },
  };
}
