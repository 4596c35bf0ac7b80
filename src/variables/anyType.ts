import { isJsonArray, isJsonObject, type JsonValue } from '../domain/json.js';
import type { Field, Variant, VariantField, VariantType } from './field.js';
import {
  toChoiceInput,
  toListInput,
  toObjectInput,
  toSwitchInput,
  toTextInput,
  type VariableInput,
} from './variableInput.js';

/** What a value can be where its schema does not say, in the order in which it is offered. */
export const ANY_TYPES: readonly VariantType[] = [
  'string',
  'number',
  'boolean',
  'array',
  'object',
  'null',
];

/** So many types are more than a person would list: the schema does not say what a value is. */
const MANY_TYPES = 4;

/** Whether a field asks for the kind of its value before the value itself. */
export function isAnyType(field: Field): field is VariantField {
  if (field.kind !== 'variant' || field.variants.length < MANY_TYPES) return false;
  return field.variants.every(isTypeAlone);
}

function isTypeAlone({ title, constants, definition, type }: Variant): boolean {
  return type !== undefined && (title ?? definition) === undefined && constants.length === 0;
}

/** The input that stands for a value where the schema does not say what a value is. */
export function toAnyInput(value: JsonValue, types: readonly VariantType[]): VariableInput {
  const type = isJsonArray(value) ? 'array' : value === null ? 'null' : typeof value;
  const chosen = types.findIndex(
    (name) => name === type || (name === 'integer' && type === 'number'),
  );
  return { kind: 'variant', chosen, inputs: { [chosen]: toInnerInput(value) } };
}

function toInnerInput(value: JsonValue): VariableInput {
  const toRow = (inner: JsonValue, id: number) => ({ id, input: toAnyInput(inner, ANY_TYPES) });
  if (value === null) return toChoiceInput(null);
  if (typeof value === 'boolean') return toSwitchInput(value);
  if (isJsonArray(value)) return toListInput(value.map(toRow));
  if (!isJsonObject(value)) return toTextInput(String(value));
  const rows = Object.entries(value).map(([name, inner], id) => ({ ...toRow(inner, id), name }));
  return toObjectInput({}, { entries: rows, presence: 'given' });
}
