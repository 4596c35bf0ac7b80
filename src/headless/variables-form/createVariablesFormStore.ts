import {
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../domain/json.js';
import { isWithin } from '../../domain/pointer.js';
import type { Field } from '../../variables/field.js';
import type { IsSecret } from '../../variables/isSecretSchema.js';
import { guardHostMarks } from '../../variables/guardHostMarks.js';
import { fillSecrets, listKeptSecrets } from '../../variables/keptSecrets.js';
import { resolveVariables, type ResolvedVariables } from '../../variables/resolveVariables.js';
import { readSchema } from '../../variables/schema/readSchema.js';
import type { SchemaNode } from '../../variables/schema/schemaNode.js';
import type { SchemaProblem } from '../../variables/schema/schemaProblem.js';
import { isImplied, toValue, type InputProblem } from '../../variables/toValue.js';
import { getInputAt, withInputAt } from '../../variables/inputAt.js';
import { parseVariableInput } from '../../variables/parseVariableInput.js';
import { NONE, OMITTED, unwrapSecret, type VariableInput } from '../../variables/variableInput.js';
import { createFieldIndex } from './fieldIndex.js';
import { findFieldErrors, getShownKey, type FieldError } from './findFieldErrors.js';
import { createListeners } from './listeners.js';

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
  /** All errors that are shown, once Continue was pressed in vain: each field's first. */
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
  /** The user left the field: from now on its error is shown. */
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
  const schemaProblem = findRootProblem(schema.root);
  const { secretsSet = [], storedValues: stored = options.initialValues } = options;
  const listeners = createListeners();
  const seed = {
    values: options.initialValues,
    fillsDefaults: options.fillsDefaults,
    toValues,
    isSecret: guardHostMarks(options.isSecret),
  };
  /** Places of stored secrets that stay: there is something, though not what the schema asks for. */
  let kept: readonly string[] = [];

  let resolved: ResolvedVariables = resolveVariables(schema, {
    ...seed,
    input: parseVariableInput(options.initialInput),
  });
  let index = createFieldIndex(resolved.field);
  let input: VariableInput = resolved.input ?? OMITTED;
  let isChecked = false;
  let errors: readonly FieldError[] = [];
  let refusals: readonly FieldError[] = [];
  let shown = new Set<string>();
  let byKey = new Map<string, FieldError>();
  const states = new Map<string, FieldState>();
  let form: FormState = { field: resolved.field, summary: [], formErrors: [] };

  function toValues(...[field, next, problems]: Parameters<typeof toValue>): JsonValue | undefined {
    const values = toValue(field, next, problems);
    if (secretsSet.length === 0) return values;
    const { findNearest } = createFieldIndex(field);
    kept = listKeptSecrets(stored, values, secretsSet, (pointer) => {
      const nearest = findNearest(pointer) ?? field;
      return isImplied(nearest, getInputAt(next, nearest.at));
    });
    return fillSecrets(values, kept, 'kept');
  }

  function isKept(path: string): boolean {
    return kept.some((around) => isWithin(path, around));
  }

  /** What the input stands for now: worked out when it is asked for, not with each key press. */
  function settle(): ResolvedVariables {
    if (resolved.input === input) return resolved;
    const problems: InputProblem[] = [];
    const values = toValues(resolved.field, input, problems);
    return (resolved = { ...resolved, input, values, problems });
  }

  function refreshFields(): void {
    resolved = resolveVariables(schema, { ...seed, input, previous: resolved.field });
    input = resolved.input ?? OMITTED;
    if (resolved.field !== form.field) index = createFieldIndex(resolved.field);
  }

  function refreshErrors(): void {
    errors = findFieldErrors(schema, settle(), index, isKept);
    publish();
  }

  /** Works out what is shown, and tells only those for whom that has changed. */
  function publish(): void {
    const before = byKey;
    const visible = [...refusals, ...errors.filter(isShown)];
    byKey = new Map();
    for (const error of visible) {
      if (error.key !== null && !byKey.has(error.key)) byKey.set(error.key, error);
    }
    for (const key of new Set([...before.keys(), ...byKey.keys()])) changed(key);
    const formErrors = visible.filter(({ key }) => key === null);
    const inOrder = [...index.fields.keys()].flatMap((key) => byKey.get(key) ?? []);
    const summary = isChecked || refusals.length > 0 ? inOrder : [];
    const isUnchanged =
      form.field === resolved.field &&
      isSame([form.summary, form.formErrors], [summary, formErrors]);
    if (isUnchanged) return;
    form = { field: resolved.field, summary, formErrors };
    listeners.notify(FORM);
  }

  function isShown(error: FieldError): boolean {
    if (error.keyword === 'schema') return true;
    return error.key === null ? isChecked : shown.has(error.key);
  }

  function changed(key: string): void {
    const before = states.get(key);
    if (before === undefined) return;
    const next = toState(key);
    const isSameInput = before.input === next.input && before.isKept === next.isKept;
    if (isSameInput && isSame(before.error, next.error)) return;
    states.set(key, next);
    listeners.notify(key);
  }

  function toState(key: string): FieldState {
    const field = index.fields.get(key);
    return {
      input: field === undefined ? undefined : unwrapSecret(getInputAt(input, field.at)),
      error: byKey.get(key) ?? null,
      isKept: field !== undefined && isKept(field.pointer),
    };
  }

  function setInput(field: Field, next: VariableInput): void {
    const given = next.kind === 'omitted' && field.emptiesToNull ? NONE : next;
    input = withInputAt(input, field.at, toStored(field, given));
    // A secret may stay or go with what is changed around it.
    const isStructural = resolved.isDynamic || !isLeaf(field) || secretsSet.length > 0;
    if (isStructural) refreshFields();
    const around = refusals.length;
    refusals = refusals.filter(({ key }) => key === null || !isWithin(field.key, key));
    const isWrong = [...byKey.keys()].some((key) => isWithin(field.key, key));
    if (isStructural) for (const key of states.keys()) changed(key);
    else changed(field.key);
    const isStale = isWrong || isStructural || form.formErrors.length > 0;
    if (isStale || around !== refusals.length) refreshErrors();
    options.onInputChange?.(input);
  }

  if (schema.problems.length > 0) refreshErrors();

  return {
    schemaProblem,
    getForm: () => form,
    getField(key) {
      const known = states.get(key) ?? toState(key);
      states.set(key, known);
      return known;
    },
    getInput: () => input,
    getFieldInput: (field) => getInputAt(input, field.at),
    getValues() {
      const values = fillSecrets(settle().values, kept);
      return isJsonObject(values) ? values : {};
    },
    subscribeForm: (listener) => listeners.add(FORM, listener),
    subscribeField: (key, listener) => listeners.add(key, listener),
    setInput,
    leave(field) {
      if (shown.has(field.key)) return;
      shown.add(field.key);
      refreshErrors();
    },
    check() {
      isChecked = true;
      shown = new Set(index.fields.keys());
      refreshErrors();
      return errors.length === 0;
    },
    setRefusals(next) {
      refusals = next.map(({ path, message }) => ({
        key: getShownKey(index.findNearest(path), path),
        path,
        keyword: 'refused',
        parameters: {},
        authorMessage: message,
        isRefusal: true,
      }));
      publish();
    },
    getFirstError: () => form.summary[0],
  };
}

/** What is wrong with a schema itself, or with the one that it refers to. */
function findRootProblem({ problem, references }: SchemaNode): SchemaProblem | null {
  return problem ?? references.find(({ target }) => target.problem)?.target.problem ?? null;
}

function toStored(field: Field, input: VariableInput): VariableInput {
  return field.secret && isLeaf(field) ? { kind: 'secret', input } : input;
}

function isLeaf(field: Field): boolean {
  return !/^(?:list|object|variant|nullable)$/.test(field.kind);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
