import type { JsonObject, JsonSchema, JsonValue } from '../../domain/json.js';
import { isWithin } from '../../domain/pointer.js';
import type { Field } from '../../variables/field.js';
import { getInputAt } from '../../variables/inputAt.js';
import type { IsSecret } from '../../variables/isSecretSchema.js';
import { readSchema } from '../../variables/schema/readSchema.js';
import type { SchemaNode } from '../../variables/schema/schemaNode.js';
import type { SchemaProblem } from '../../variables/schema/schemaProblem.js';
import { unwrapSecret, type VariableInput } from '../../variables/variableInput.js';
import type { FieldIndex } from './fieldIndex.js';
import { findFieldErrors, getShownKey, type FieldError } from './findFieldErrors.js';
import { createFormInput } from './createFormInput.js';
import { createListeners } from './listeners.js';
import { createShownErrors, type VisibleErrors } from './createShownErrors.js';

/**
 * What one field shows. The same object as long as nothing of it changes; of a group or a list that is
 * what it consists of, not what is typed within.
 */
export interface FieldState {
  /** Without the mark of a secret. */
  readonly input: VariableInput | undefined;
  readonly error: FieldError | null;
  /** A secret is stored here and stays, since the field was left alone. */
  readonly isKept: boolean;
}

/** What the form shows as a whole. The same object as long as nothing of it changes. */
export interface FormState {
  readonly field: Field;
  /**
   * Each field's first error, as they were when Continue was last pressed in vain or the platform
   * refused something. Stands still in between.
   */
  readonly summary: readonly FieldError[];
  /** Errors that no field can show. */
  readonly formErrors: readonly FieldError[];
}

export interface VariablesFormOptions {
  readonly schema: JsonSchema;
  /** What `getInput` gave, as a draft holds it; wins over `initialValues`. */
  readonly initialInput?: JsonValue | undefined;
  readonly initialValues?: JsonObject | undefined;
  /** Whether defaults fill in what `initialValues` leave out (true); false for values stored before. */
  readonly fillsDefaults?: boolean | undefined;
  /** JSON Pointers of secrets that are stored already: leaving them empty keeps them. */
  readonly secretsSet?: readonly string[] | undefined;
  /** What is stored where `initialValues` are something else already. */
  readonly storedValues?: JsonObject | undefined;
  /** The host's own marks of secrets, as its handler has them too. Where it throws, the field is secret. */
  readonly isSecret?: IsSecret | undefined;
  readonly onInputChange?: ((input: VariableInput) => void) | undefined;
}

/** A refusal by the platform; `path` is a JSON Pointer into the variables. */
export interface VariableRefusal {
  readonly path: string;
  readonly message: string;
}

/** The state of a form outside of React: each field listens to its own changes alone. */
export interface VariablesFormStore {
  /** Why the form as a whole cannot be used; a part that cannot be is an error at its field alone. */
  readonly schemaProblem: SchemaProblem | null;
  getForm(): FormState;
  getField(key: string): FieldState;
  getInput(): VariableInput;
  /** A field's input with all that was typed within it. */
  getFieldInput(field: Field): VariableInput | undefined;
  getValues(): JsonObject;
  subscribeForm(listener: () => void): () => void;
  subscribeField(key: string, listener: () => void): () => void;
  setInput(field: Field, input: VariableInput): void;
  /** The user left the field: its error is shown, as it is now. */
  leave(field: Field): void;
  /** Shows every error; whether there is none. */
  check(): boolean;
  setRefusals(refusals: readonly VariableRefusal[]): void;
  /** The first field with an error that is shown, in the order of the page. */
  getFirstError(): FieldError | undefined;
}

/** The name under which the form as a whole listens; keys of fields start with a slash. */
const FORM = 'form';

export function createVariablesFormStore(options: VariablesFormOptions): VariablesFormStore {
  const schema = readSchema(options.schema);
  const input = createFormInput(schema, options);
  const shown = createShownErrors();
  const listeners = createListeners();
  const states = new Map<string, FieldState>();
  let errors: readonly FieldError[] = [];
  let visible: VisibleErrors = { byKey: new Map(), summary: [], formErrors: [] };
  let form: FormState = { field: input.getField(), summary: [], formErrors: [] };

  function refreshErrors(): void {
    errors = findFieldErrors(schema, input.resolve(), input.getIndex(), input.isKept);
    publish();
  }

  /** Selects what is shown, and notifies only those for whom that has changed. */
  function publish(): void {
    const before = visible;
    visible = shown.select(errors, input.getIndex().fields);
    for (const key of new Set([...before.byKey.keys(), ...visible.byKey.keys()])) refreshState(key);
    const { summary, formErrors } = visible;
    const field = input.getField();
    const isUnchanged =
      form.field === field && isSame([form.summary, form.formErrors], [summary, formErrors]);
    if (isUnchanged) return;
    form = { field, summary, formErrors };
    listeners.notify(FORM);
  }

  function refreshState(key: string): void {
    const before = states.get(key);
    if (before === undefined) return;
    const next = toState(key);
    const isSameInput = before.input === next.input && before.isKept === next.isKept;
    if (isSameInput && isSame(before.error, next.error)) return;
    states.set(key, next);
    listeners.notify(key);
  }

  function toState(key: string): FieldState {
    const field = input.getIndex().fields.get(key);
    return {
      input: field === undefined ? undefined : unwrapSecret(getInputAt(input.get(), field.at)),
      error: visible.byKey.get(key) ?? null,
      isKept: field !== undefined && input.isKept(field.pointer),
    };
  }

  function setInput(field: Field, next: VariableInput): void {
    const isStructural = input.set(field, next);
    const isRefused = shown.dropRefusals(field);
    if (isTyped(field)) shown.startTyping(field.key);
    const isWrong = [...visible.byKey.keys()].some((key) => isWithin(field.key, key));
    for (const key of isStructural ? states.keys() : [field.key]) refreshState(key);
    if (isStructural || isRefused || isWrong || form.formErrors.length > 0) refreshErrors();
    options.onInputChange?.(input.get());
  }

  if (schema.problems.length > 0) refreshErrors();

  return {
    schemaProblem: findRootProblem(schema.root),
    getForm: () => form,
    getField(key) {
      const known = states.get(key) ?? toState(key);
      states.set(key, known);
      return known;
    },
    getInput: input.get,
    getFieldInput: (field) => getInputAt(input.get(), field.at),
    getValues: input.getValues,
    subscribeForm: (listener) => listeners.add(FORM, listener),
    subscribeField: (key, listener) => listeners.add(key, listener),
    setInput,
    leave({ key }) {
      if (shown.leave(key)) refreshErrors();
    },
    check() {
      shown.leaveAll(input.getIndex().fields.keys());
      refreshErrors();
      return errors.length === 0;
    },
    setRefusals(refusals) {
      shown.setRefusals(refusals.map((refusal) => toFieldError(refusal, input.getIndex())));
      publish();
    },
    getFirstError: () => form.summary[0],
  };
}

function toFieldError({ path, message }: VariableRefusal, index: FieldIndex): FieldError {
  return {
    key: getShownKey(index.findNearest(path), path),
    path,
    keyword: 'refused',
    parameters: {},
    authorMessage: message,
    isRefusal: true,
  };
}

/** What is wrong with a schema itself, or with the one that it refers to. */
function findRootProblem({ problem, references }: SchemaNode): SchemaProblem | null {
  return problem ?? references.find(({ target }) => target.problem)?.target.problem ?? null;
}

/** Whether a field's value comes key by key, and is not to be judged at each. */
function isTyped({ kind }: Field): boolean {
  return /^(?:text|longText|number|integer|json)$/.test(kind);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
