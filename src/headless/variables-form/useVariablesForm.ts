import { useContext, useEffect, useLayoutEffect, useState } from 'react';
import { isSameJson, type JsonObject, type JsonSchema } from '../../domain/json.js';
import { readSchema } from '../../variables/schema/readSchema.js';
import type { VariableInput } from '../../variables/variableInput.js';
import type { ReportedError } from '../onboardingEvent.js';
import { OnboardingContext } from '../settings.js';
import {
  createVariablesFormStore,
  type VariableRefusal,
  type VariablesFormOptions,
  type VariablesFormStore,
} from './createVariablesFormStore.js';
import { reportSchemaFaults } from './reportSchemaFaults.js';

export interface UseVariablesFormOptions extends VariablesFormOptions {
  /** Refusals by the platform. A new array is a new answer, and replaces the one before. */
  readonly platformFields?: readonly VariableRefusal[] | undefined;
  /** True: what was typed stays where the schema changes, as with the language of its texts. */
  readonly keepsInput?: boolean | undefined;
  /** Called with valid values only. */
  readonly onSubmit?: ((values: JsonObject, input: VariableInput) => void) | undefined;
  /** Called once for a schema that has faults, as is the provider's; the form works all the same. */
  readonly onError?: ((error: ReportedError) => void) | undefined;
}

/** Focuses the field of a key; whether it could. */
export type FocusField = (key: string) => boolean;

/** A form of variables, without any markup: `VariablesFields` draws it. */
export interface VariablesFormHandle {
  readonly store: VariablesFormStore;
  /** The values as they would be sent now, valid or not. */
  values(): JsonObject;
  /** Shows all errors; without any it calls `onSubmit`. Whether it did. */
  submit(): boolean;
  /** Moves the focus to the first field with an error; false where there is none on the page. */
  focusFirstError(): boolean;
  /** Moves the focus to a field; false where it is not on the page. */
  focus(key: string): boolean;
  /** Registers how a field is focused; called by the component that draws the form. */
  setFocus(focus: FocusField | null): void;
}

/** React 18 warns of a layout effect on a server, where there is no commit. */
const useCommitEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Makes a form for a schema and keeps it as long as the schema says the same. Reading a form's state
 * is up to who draws it, so that a key press renders one field and not the component that calls this.
 */
export function useVariablesForm(options: UseVariablesFormOptions): VariablesFormHandle {
  const { schema, platformFields, keepsInput = false, onSubmit, onInputChange, onError } = options;
  const emit = useContext(OnboardingContext)?.emit;
  const [held, setHeld] = useState(() => hold(options));
  if (held.schema !== schema && !isSameJson(held.schema, schema)) {
    const initialInput = keepsInput ? held.form.store.getInput() : options.initialInput;
    setHeld(hold({ ...options, initialInput }));
  }
  const { form, listen } = held;

  // The newest callbacks are called, whichever render the form was made in.
  useEffect(() => listen({ onSubmit, onInputChange }), [listen, onSubmit, onInputChange]);

  useEffect(() => {
    reportSchemaFaults(readSchema(held.schema), (error) => {
      onError?.(error);
      emit?.({ type: 'error', error });
    });
  }, [held.schema, onError, emit]);

  useCommitEffect(() => {
    if (platformFields !== undefined) form.store.setRefusals(platformFields);
  }, [form, platformFields]);

  return form;
}

type Callbacks = Pick<UseVariablesFormOptions, 'onSubmit' | 'onInputChange'>;

interface Held {
  readonly schema: JsonSchema;
  readonly form: VariablesFormHandle;
  readonly listen: (callbacks: Callbacks) => void;
}

function hold(options: UseVariablesFormOptions): Held {
  let callbacks: Callbacks = options;
  let focus: FocusField | null = null;
  const store = createVariablesFormStore({
    ...options,
    onInputChange: (input) => callbacks.onInputChange?.(input),
  });
  // Before the fields are drawn: one that is given the focus says at once why.
  if (options.platformFields !== undefined) store.setRefusals(options.platformFields);
  const focusFirstError = (): boolean => {
    const key = store.getFirstError()?.key;
    return typeof key === 'string' && focus?.(key) === true;
  };
  const form: VariablesFormHandle = {
    store,
    setFocus: (next) => {
      focus = next;
    },
    focus: (key) => focus?.(key) === true,
    focusFirstError,
    values: () => store.getValues(),
    submit() {
      if (!store.check()) {
        focusFirstError();
        return false;
      }
      callbacks.onSubmit?.(store.getValues(), store.getInput());
      return true;
    },
  };
  return {
    schema: options.schema,
    form,
    listen: (next) => {
      callbacks = next;
    },
  };
}
