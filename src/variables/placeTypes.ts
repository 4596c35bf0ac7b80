import { isJsonArray, toCanonicalJson, type JsonObject, type JsonValue } from '../domain/json.js';
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
  const types = getNamedTypes(nodes);
  if (types === undefined) return inferTypes(nodes);
  return types.filter((type): type is VariantType => isKnown(type) && !isCovered(type, types));
}

function getNamedTypes(nodes: readonly JsonObject[]): readonly JsonValue[] | undefined {
  const [first, ...others] = nodes.flatMap(({ type }) =>
    type === undefined ? [] : [isJsonArray(type) ? type : [type]],
  );
  return first && others.reduce(intersectTypes, first);
}

function intersectTypes(
  some: readonly JsonValue[],
  others: readonly JsonValue[],
): readonly JsonValue[] {
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

/** The values of `enum`, `const` and lists of constants, as far as all parts and types agree. */
export function getOptions(
  document: SchemaDocument,
  { alternatives, nodes }: SchemaParts,
): readonly Option[] | undefined {
  const lists = alternatives.flatMap(({ list }) => {
    const constants = list.flatMap((branch) => toConstant(document, branch) ?? []);
    return list.length > 0 && constants.length === list.length ? [constants] : [];
  });
  return narrowOptions(nodes, lists);
}

/** The options that `enum` and `const` leave of lists of options, or else name themselves. */
function narrowOptions(
  nodes: readonly JsonObject[],
  lists: readonly (readonly Option[])[] = [],
): readonly Option[] | undefined {
  const values = nodes.flatMap((node) => [
    ...(isJsonArray(node['enum']) ? [node['enum']] : []),
    ...(node['const'] === undefined ? [] : [[node['const']]]),
  ]);
  const [first, ...others] = [
    ...lists,
    ...values.map((list) => list.map((value): Option => ({ value }))),
  ];
  const types = getNamedTypes(nodes);
  return first && others.reduce(intersectOptions, first).filter(({ value }) => isOf(value, types));
}

/** The one value that schemas leave, if it is one. */
export function getConstant(nodes: readonly JsonObject[]): Option | undefined {
  const [only, ...more] = narrowOptions(nodes) ?? [];
  return more.length > 0 ? undefined : only;
}

function toConstant(document: SchemaDocument, branch: JsonValue): Option | undefined {
  const parts = gatherParts(document, [branch], undefined, new Set());
  const { nodes } = parts;
  const isNull = getTypes(parts)?.join() === 'null';
  const constant = isNull ? { value: null } : getConstant(nodes);
  return (
    constant && {
      ...constant,
      label: findKeyword(nodes, 'title', isText),
      description: findKeyword(nodes, 'description', isText),
    }
  );
}

function isOf(value: JsonValue, types: readonly JsonValue[] | undefined): boolean {
  const type = value === null ? 'null' : isJsonArray(value) ? 'array' : typeof value;
  return !types || types.includes(type) || (types.includes('integer') && Number.isInteger(value));
}

/** The first list's labels win. */
function intersectOptions(some: readonly Option[], others: readonly Option[]): readonly Option[] {
  const keep = new Set(others.map(({ value }) => toCanonicalJson(value)));
  return some.filter(({ value }) => keep.has(toCanonicalJson(value)));
}
