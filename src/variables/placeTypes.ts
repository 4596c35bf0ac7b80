import {
  getOwn,
  isJsonArray,
  isSameJson,
  type JsonObject,
  type JsonValue,
} from '../domain/json.js';
import { isText } from './jsonKind.js';
import type { Option, VariantType } from './field.js';
import type { SchemaDocument } from './schemaDocument.js';
import { findKeyword, gatherParts, type SchemaParts } from './schemaParts.js';
import { getTest } from './testedKeyword.js';

/** Keywords that say something of one type only, and so tell it where `type` is missing. */
const TELLING: readonly (readonly [type: VariantType, keywords: string])[] = [
  [
    'object',
    'properties patternProperties additionalProperties required minProperties maxProperties propertyNames',
  ],
  ['array', 'items prefixItems additionalItems minItems maxItems uniqueItems contains'],
  ['string', 'minLength maxLength format contentEncoding contentMediaType'],
  ['number', 'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf'],
];

/** The types that all parts allow; `undefined` where none says anything, empty where they disagree. */
export function getTypes({ nodes }: SchemaParts): readonly VariantType[] | undefined {
  let types: readonly JsonValue[] | undefined;
  for (const node of nodes) {
    const named = getOwn(node, 'type');
    if (named === undefined) continue;
    const allowed = isJsonArray(named) ? named : [named];
    types = types === undefined ? allowed : intersectTypes(types, allowed);
  }
  if (types === undefined) return inferTypes(nodes);
  return types.filter((type): type is VariantType => isKnown(type) && !isCovered(type, types));
}

function intersectTypes(some: readonly JsonValue[], others: readonly JsonValue[]): JsonValue[] {
  const narrow = (type: JsonValue, by: readonly JsonValue[]): JsonValue[] => {
    if (by.includes(type) || (type === 'integer' && by.includes('number'))) return [type];
    return type === 'number' && by.includes('integer') ? ['integer'] : [];
  };
  return some.flatMap((type) => narrow(type, others));
}

function isKnown(type: JsonValue): boolean {
  return isText(type) && /^(?:string|number|integer|boolean|object|array|null)$/.test(type);
}

function isCovered(type: JsonValue, types: readonly JsonValue[]): boolean {
  return type === 'integer' && types.includes('number');
}

function inferTypes(nodes: readonly JsonObject[]): readonly VariantType[] | undefined {
  const told = TELLING.filter(([type, keywords]) =>
    nodes.some(
      (node) =>
        keywords.split(' ').some((keyword) => Object.hasOwn(node, keyword)) ||
        (type === 'string' && getTest(node)),
    ),
  );
  const [only] = told;
  return only !== undefined && told.length === 1 ? [only[0]] : undefined;
}

/** The values of `enum`, `const` and lists of constants, as far as all parts agree. */
export function getOptions(
  document: SchemaDocument,
  parts: SchemaParts,
): readonly Option[] | undefined {
  let options: readonly Option[] | undefined;
  const narrow = (next: readonly Option[]): void => {
    options = options === undefined ? next : intersectOptions(options, next);
  };
  for (const { list } of parts.alternatives) {
    const constants = list.map((branch) => toConstant(document, branch));
    const known = constants.filter((option) => option !== undefined);
    if (list.length > 0 && known.length === list.length) narrow(known);
  }
  for (const node of parts.nodes) {
    const values = getOwn(node, 'enum');
    if (isJsonArray(values)) narrow(values.map((value) => ({ value })));
    const constant = getOwn(node, 'const');
    if (constant !== undefined) narrow([{ value: constant }]);
  }
  return options;
}

function toConstant(document: SchemaDocument, branch: JsonValue): Option | undefined {
  const { nodes } = gatherParts(document, [branch], undefined, new Set());
  const [only, ...more] = findKeyword(nodes, 'enum', isJsonArray) ?? [];
  const value =
    findKeyword(nodes, 'const', (found): found is JsonValue => found !== undefined) ??
    (more.length === 0 ? only : undefined);
  if (value === undefined) return undefined;
  const label = findKeyword(nodes, 'title', isText);
  const description = findKeyword(nodes, 'description', isText);
  return {
    value,
    ...(label !== undefined && { label }),
    ...(description !== undefined && { description }),
  };
}

/** The first list's labels win; long lists of plain values are compared by a set. */
function intersectOptions(some: readonly Option[], others: readonly Option[]): readonly Option[] {
  const keep = new Set(others.map(({ value }) => value));
  return some.filter(
    ({ value }) =>
      keep.has(value) ||
      (typeof value === 'object' && others.some((other) => isSameJson(other.value, value))),
  );
}
