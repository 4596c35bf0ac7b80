import { isJsonArray, isJsonObject, toCanonicalJson, type JsonValue } from '../../domain/json.js';
import type { SchemaType } from '../schema/schemaNode.js';
import type { EvaluateKeywords } from './evaluation.js';

/** `type`, `enum` and `const`. */
export const evaluateValue: EvaluateKeywords = (node, frame, { allowance, fail }) => {
  const { value } = frame;
  let isValid = true;
  if (node.types !== undefined && !node.types.some((type) => isOfType(value, type))) {
    isValid = fail(node, frame, 'type', node.types.length === 1 ? node.types[0] : node.types);
  }
  if (node.enum !== undefined) {
    allowance.spend(node.enum.length >> 4);
    if (!includesJson(node.enum, value)) isValid = fail(node, frame, 'enum', node.enum);
  }
  if (node.const !== undefined && !includesJson([node.const], value)) {
    isValid = fail(node, frame, 'const', node.const);
  }
  return isValid;
};

function isOfType(value: JsonValue, type: SchemaType): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return isJsonArray(value);
    case 'object':
      return isJsonObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

const canonicalLists = new WeakMap<readonly JsonValue[], ReadonlySet<string>>();

function includesJson(list: readonly JsonValue[], value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return list.includes(value);
  const canonical = canonicalLists.get(list) ?? new Set(list.map(toCanonicalJson));
  canonicalLists.set(list, canonical);
  return canonical.has(toCanonicalJson(value));
}
