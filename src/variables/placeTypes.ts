import { isJsonArray, toCanonicalJson, type JsonValue } from '../domain/json.js';
import { isText } from './jsonKind.js';
import type { Option, VariantType } from './field.js';
import type { SchemaNode } from './schema/schemaNode.js';
import {
  findKeyword,
  gatherParts,
  getKeyword,
  NONE_SETTLED,
  toTexts,
  type IsValid,
  type SchemaParts,
} from './schemaParts.js';

type Types = readonly VariantType[];

/** The types that all parts allow; `undefined` where none says anything, empty where they disagree. */
export function getTypes({ nodes }: Pick<SchemaParts, 'nodes'>): Types | undefined {
  const types = getNamedTypes(nodes);
  if (types === undefined) return inferTypes(nodes);
  return types.filter((type) => type !== 'integer' || !types.includes('number'));
}

function getNamedTypes(nodes: readonly SchemaNode[]): Types | undefined {
  const [first, ...others] = nodes.flatMap(({ types }) => (types === undefined ? [] : [types]));
  return first && others.reduce(intersectTypes, first);
}

function intersectTypes(some: Types, others: Types): Types {
  return some.flatMap((type): Types => {
    if (others.includes(type) || (type === 'integer' && others.includes('number'))) return [type];
    return type === 'number' && others.includes('integer') ? ['integer'] : [];
  });
}

/** Keywords that say something of one type only tell it where `type` is missing. */
function inferTypes(nodes: readonly SchemaNode[]): Types | undefined {
  const has = (is: (node: SchemaNode) => boolean, type: VariantType): Types =>
    nodes.some(is) ? [type] : [];
  const told = [
    ...has(({ object }) => object !== undefined, 'object'),
    ...has(({ array }) => array !== undefined, 'array'),
    ...has(isAboutText, 'string'),
    ...has(({ number }) => number !== undefined, 'number'),
  ];
  return told.length === 1 ? told : undefined;
}

function isAboutText(node: SchemaNode): boolean {
  const isEncoded = (keyword: string): boolean => getKeyword(node, keyword) !== undefined;
  return (
    node.string !== undefined || ['format', 'contentEncoding', 'contentMediaType'].some(isEncoded)
  );
}

/** The values of `enum`, `const` and lists of constants, as far as all parts and types agree. */
export function getOptions(
  isValid: IsValid,
  { alternatives, nodes }: SchemaParts,
): readonly Option[] | undefined {
  const lists = alternatives.flatMap(({ branches }) => {
    const constants = branches.flatMap((branch) => toConstant(isValid, branch) ?? []);
    return branches.length > 0 && constants.length === branches.length ? [constants] : [];
  });
  return narrowOptions(nodes, lists);
}

/** The options that `enum` and `const` leave of lists of options, or else name themselves. */
function narrowOptions(
  nodes: readonly SchemaNode[],
  lists: readonly (readonly Option[])[] = [],
): readonly Option[] | undefined {
  const [first, ...others] = [...lists, ...nodes.flatMap(listNamed)];
  const types = getNamedTypes(nodes);
  return first && others.reduce(intersectOptions, first).filter(({ value }) => isOf(value, types));
}

/** The options that one schema names. */
function listNamed(node: SchemaNode): readonly (readonly Option[])[] {
  const labels = listEnumLabels(node);
  return [
    ...(node.enum === undefined
      ? []
      : [node.enum.map((value, index): Option => ({ value, label: labels[index] }))]),
    ...(node.const === undefined ? [] : [[{ value: node.const }]]),
  ];
}

/** Names beside an `enum`, as generators of forms and of clients write them. */
function listEnumLabels(node: SchemaNode): readonly (string | undefined)[] {
  const keywords = ['enumNames', 'x-enumNames', 'x-enum-varnames'];
  return keywords.map((keyword) => toTexts(getKeyword(node, keyword))).find(hasAny) ?? [];
}

function hasAny(texts: readonly string[]): boolean {
  return texts.length > 0;
}

/** The one value that schemas leave, if it is one. */
export function getConstant(nodes: readonly SchemaNode[]): Option | undefined {
  const [only, ...more] = narrowOptions(nodes) ?? [];
  return more.length > 0 ? undefined : only;
}

function toConstant(isValid: IsValid, branch: SchemaNode): Option | undefined {
  const parts = gatherParts(isValid, [branch], undefined, NONE_SETTLED);
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

function isOf(value: JsonValue, types: Types | undefined): boolean {
  const named = value === null ? 'null' : isJsonArray(value) ? 'array' : typeof value;
  return (
    types === undefined ||
    types.some((type) => type === named) ||
    (types.includes('integer') && Number.isInteger(value))
  );
}

/** The first list's labels win. */
function intersectOptions(some: readonly Option[], others: readonly Option[]): readonly Option[] {
  const keep = new Set(others.map(({ value }) => toCanonicalJson(value)));
  return some.filter(({ value }) => keep.has(toCanonicalJson(value)));
}
