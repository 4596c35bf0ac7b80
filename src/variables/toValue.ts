import {
  fromEntries,
  getOwn,
  isJsonArray,
  isJsonObject,
  isSameJson,
  type JsonValue,
} from '../domain/json.js';
import type { Field, ListField, ObjectField } from './field.js';
import { parseJson } from './toJson.js';
import { parseNumber } from './parseNumber.js';
import {
  getChoice,
  getMember,
  getObject,
  getRows,
  getSwitch,
  getText,
  getVariantInput,
  unwrapSecret,
  type ObjectInput,
  type VariableInput,
} from './variableInput.js';

/**
 * What an input says wrong before a schema is asked. `required`: a row without a value, which a list
 * cannot leave out. `number`: no number. `jsonText`: no JSON. `name`: an entry without a name.
 * `sameName`: two entries with one name.
 */
export type InputKeyword = 'required' | 'number' | 'jsonText' | 'name' | 'sameName';

export interface InputProblem {
  readonly field: Field;
  readonly keyword: InputKeyword;
}

/** The value of a field's input; `undefined` where it is left out. Problems go into `problems`. */
export function toValue(
  field: Field,
  input: VariableInput | undefined,
  problems: InputProblem[],
): JsonValue | undefined {
  if (isNull(field, input)) return null;
  switch (field.kind) {
    case 'text':
    case 'longText':
      return getText(input);
    case 'number':
    case 'integer':
      return toNumber(field, getText(input), problems);
    case 'boolean':
      return getSwitch(input) ?? (field.required ? false : undefined);
    case 'choice':
      return getChoice(input);
    case 'set':
      return getChoice(input) ?? (field.required ? [] : undefined);
    case 'const':
      return field.required || getChoice(input) !== undefined ? field.value : undefined;
    case 'list':
      return toListValue(field, input, problems);
    case 'object':
      return toObjectValue(field, input, problems);
    case 'variant':
      if (field.field === null || field.chosen === null) return undefined;
      return toValue(field.field, getVariantInput(input, field.chosen), problems);
    case 'nullable':
      return toValue(field.field, input, problems);
    case 'json':
      return toJsonValue(field, getText(input), problems);
  }
}

function isNull(field: Field, input: VariableInput | undefined): boolean {
  const isEmptied = field.emptiesToNull && input?.kind === 'variant' && input.chosen === null;
  const canBeNull = field.kind === 'nullable' || field.isNullable;
  return isEmptied || (canBeNull && unwrapSecret(input)?.kind === 'none');
}

function toNumber(
  field: Field,
  text: string | undefined,
  problems: InputProblem[],
): JsonValue | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const number = parseNumber(text);
  if (number === null) problems.push({ field, keyword: 'number' });
  return number ?? text;
}

function toJsonValue(
  field: Field,
  text: string | undefined,
  problems: InputProblem[],
): JsonValue | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = parseJson(text);
  if (value === undefined) problems.push({ field, keyword: 'jsonText' });
  return value === undefined ? text : value;
}

function toListValue(
  field: ListField,
  input: VariableInput | undefined,
  problems: InputProblem[],
): JsonValue | undefined {
  const rows = getRows(input);
  if (rows === null) return field.required ? [] : undefined;
  const inputs = new Map(rows.map((row) => [row.id, row.input]));
  const found: InputProblem[] = [];
  const values = field.rows.map((row) =>
    toValue(row.field, inputs.get(row.id) ?? undefined, found),
  );
  const isUntouched = field.rows.every(
    (row, index) =>
      values[index] === undefined || isImplied(row.field, inputs.get(row.id) ?? undefined),
  );
  const isTupleAlone = field.fixed > 0 && field.rows.length <= field.fixed;
  if (isTupleAlone && isUntouched && !field.required && rows.length > 0) return undefined;
  // A tuple may end early.
  const given = values.findLastIndex((value) => value !== undefined) + 1;
  const length = isTupleAlone ? given : values.length;
  problems.push(...found);
  return values.slice(0, length).map((value, index) => {
    const row = field.rows[index];
    if (value === undefined && row) problems.push({ field: row.field, keyword: 'required' });
    return value ?? null;
  });
}

function toObjectValue(
  field: ObjectField,
  input: VariableInput | undefined,
  problems: InputProblem[],
): JsonValue | undefined {
  if (!field.open) return undefined;
  const object = getObject(input);
  const members = object?.members ?? {};
  const found: InputProblem[] = [];
  const entries = new Map<string, JsonValue>();
  for (const member of field.fields) {
    const value = toValue(member, getMember(members, member.name), found);
    if (value !== undefined) entries.set(member.name, value);
  }
  const inputs = new Map(object?.entries?.map((row) => [row.id, row.input]));
  const names = new Set(field.fields.map(({ name }) => name));
  for (const row of field.entries) {
    const value = toValue(row.field, inputs.get(row.id) ?? undefined, found);
    if (row.name === null) found.push({ field: row.field, keyword: 'name' });
    else if (names.has(row.name)) found.push({ field: row.field, keyword: 'sameName' });
    else if (value === undefined) found.push({ field: row.field, keyword: 'required' });
    if (row.name === null) continue;
    names.add(row.name);
    if (value !== undefined || !entries.has(row.name)) entries.set(row.name, value ?? null);
  }
  const values = fromEntries(entries);
  if (!field.required && isImpliedObject(object)) {
    if (isImplied(field, input)) return undefined;
    if (found.length === 0 && isIncomplete(field, values) && isDefault(field, values)) {
      return undefined;
    }
  }
  problems.push(...found);
  return values;
}

/**
 * Whether a field has a value only because what is around it needs one: a switch that nobody touched,
 * a constant, a list without rows, a group of such fields.
 */
export function isImplied(field: Field, input: VariableInput | undefined): boolean {
  if (isNull(field, input)) return false;
  switch (field.kind) {
    case 'boolean':
      return getSwitch(input) === undefined;
    case 'const':
    case 'set':
    case 'choice':
      return getChoice(input) === undefined;
    case 'list': {
      const inputs = new Map(getRows(input)?.map((row) => [row.id, row.input]));
      // Rows that were prepared ask for something, and nobody has answered yet.
      const isFixed = field.fixed > 0 || inputs.size <= field.minItems;
      return (
        isFixed && field.rows.every((row) => isImplied(row.field, inputs.get(row.id) ?? undefined))
      );
    }
    case 'object': {
      const object = getObject(input);
      const members = object?.members ?? {};
      const isEmpty = isImpliedObject(object) && field.entries.length === 0;
      return (
        isEmpty && field.fields.every((inner) => isImplied(inner, getMember(members, inner.name)))
      );
    }
    case 'variant':
      return (
        field.field === null || isImplied(field.field, getVariantInput(input, field.chosen ?? 0))
      );
    case 'nullable':
      return isImplied(field.field, input);
    default:
      return getText(input) === undefined;
  }
}

function isImpliedObject(object: ObjectInput | null): boolean {
  return object === null || object.presence === 'implied';
}

/**
 * Whether something required is missing in a group. Where all else are defaults, nobody has asked for
 * the group yet.
 */
function isIncomplete(field: Field, value: JsonValue | undefined): boolean {
  if (field.kind !== 'object' || !isJsonObject(value)) return false;
  return (
    field.requiredNames.some((name) => !Object.hasOwn(value, name)) ||
    field.fields.some((member) => isIncomplete(member, getOwn(value, member.name)))
  );
}

function isDefault(field: Field, value: JsonValue | undefined): boolean {
  if (value === undefined || field.kind === 'const') return true;
  if (field.default !== undefined) return isSameJson(value, field.default);
  if (field.kind === 'boolean') return value === false;
  if (field.kind === 'list') return isJsonArray(value) && value.length === 0;
  if (field.kind !== 'object' || !isJsonObject(value)) return false;
  return (
    field.entries.length === 0 &&
    field.fields.every((member) => isDefault(member, getOwn(value, member.name)))
  );
}
