import { isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { isWithin } from '../../domain/pointer.js';
import type { Field } from '../../variables/field.js';
import { guardHostMarks } from '../../variables/guardHostMarks.js';
import { getInputAt, withInputAt } from '../../variables/inputAt.js';
import type { IsSecret } from '../../variables/isSecretSchema.js';
import { fillSecrets, listKeptSecrets } from '../../variables/keptSecrets.js';
import { parseVariableInput } from '../../variables/parseVariableInput.js';
import { resolveVariables, type ResolvedVariables } from '../../variables/resolveVariables.js';
import type { ReadSchema } from '../../variables/schema/readSchema.js';
import { isImplied, toValue, type InputProblem } from '../../variables/toValue.js';
import { NONE, OMITTED, type VariableInput } from '../../variables/variableInput.js';
import { createFieldIndex, type FieldIndex } from './fieldIndex.js';

export interface FormInputOptions {
  /** What `getInput` gave, as a draft holds it; wins over `initialValues`. */
  readonly initialInput?: JsonValue | undefined;
  readonly initialValues?: JsonObject | undefined;
  readonly fillsDefaults?: boolean | undefined;
  readonly secretsSet?: readonly string[] | undefined;
  readonly storedValues?: JsonObject | undefined;
  readonly isSecret?: IsSecret | undefined;
}

/** The user's input, with the fields and values computed from it. */
export interface FormInput {
  readonly get: () => VariableInput;
  /** The field of the form as a whole. */
  readonly getField: () => Field;
  readonly getIndex: () => FieldIndex;
  /** Computed when it is asked for, not at each key. */
  readonly resolve: () => ResolvedVariables;
  readonly getValues: () => JsonObject;
  /** A secret that is stored at a place, or around it, stays as it is. */
  readonly isKept: (path: string) => boolean;
  /** Takes over the input of a field. `true`: other fields may have come, gone or changed. */
  readonly set: (field: Field, input: VariableInput) => boolean;
}

export function createFormInput(schema: ReadSchema, options: FormInputOptions): FormInput {
  const { secretsSet = [], storedValues: stored = options.initialValues } = options;
  const seed = {
    values: options.initialValues,
    fillsDefaults: options.fillsDefaults,
    toValues,
    isSecret: guardHostMarks(options.isSecret),
  };
  /** Places of stored secrets that stay: there is something, though not what the schema asks for. */
  let kept: readonly string[] = [];
  let resolved = resolveVariables(schema, {
    ...seed,
    input: parseVariableInput(options.initialInput),
  });
  let index = createFieldIndex(resolved.field);
  let input: VariableInput = resolved.input ?? OMITTED;

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

  function resolve(): ResolvedVariables {
    if (resolved.input === input) return resolved;
    const problems: InputProblem[] = [];
    const values = toValues(resolved.field, input, problems);
    return (resolved = { ...resolved, input, values, problems });
  }

  function refreshFields(): void {
    const before = resolved.field;
    resolved = resolveVariables(schema, { ...seed, input, previous: before });
    input = resolved.input ?? OMITTED;
    if (resolved.field !== before) index = createFieldIndex(resolved.field);
  }

  return {
    get: () => input,
    getField: () => resolved.field,
    getIndex: () => index,
    resolve,
    getValues() {
      const values = fillSecrets(resolve().values, kept);
      return isJsonObject(values) ? values : {};
    },
    isKept: (path) => kept.some((around) => isWithin(path, around)),
    set(field, next) {
      const given = next.kind === 'omitted' && field.emptiesToNull ? NONE : next;
      input = withInputAt(input, field.at, toStored(field, given));
      // A secret may stay or go with what is changed around it.
      const isStructural = resolved.isDynamic || !isLeaf(field) || secretsSet.length > 0;
      if (isStructural) refreshFields();
      return isStructural;
    },
  };
}

function toStored(field: Field, input: VariableInput): VariableInput {
  return field.secret && isLeaf(field) ? { kind: 'secret', input } : input;
}

function isLeaf(field: Field): boolean {
  return !/^(?:list|object|variant|nullable)$/.test(field.kind);
}
