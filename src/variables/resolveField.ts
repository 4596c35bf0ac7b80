import { isJsonArray, isJsonObject, type JsonValue } from '../domain/json.js';
import { toPointer } from '../domain/pointer.js';
import { isText } from './jsonKind.js';
import type { Field, FieldPlace, InputStep, VariantType } from './field.js';
import { ANY_TYPES } from './anyType.js';
import { toFieldHints } from './fieldHints.js';
import type { FormEvaluator } from './formEvaluator.js';
import type { Described, Place, ResolveContext, Resolved } from './place.js';
import { getOptions, getTypes } from './placeTypes.js';
import { resolveLeaf, resolveOptions, toJsonField, toNullable } from './resolveLeaf.js';
import { resolveList } from './resolveList.js';
import { resolveObject } from './resolveObject.js';
import { isNullSchema, resolveVariant } from './resolveVariant.js';
import { readSchema } from './schema/readSchema.js';
import { isFalseSchema, type SchemaNode } from './schema/schemaNode.js';
import {
  findKeyword,
  gatherParts,
  getKeyword,
  isUncheckable,
  NONE_SETTLED,
  type IsValid,
  type SchemaParts,
} from './schemaParts.js';
import { parseJson } from './toJson.js';
import { getJsonText, NONE, OMITTED } from './variableInput.js';

/** A resolver that remembers whether a field it made depends on values. */
export interface FieldResolver extends ResolveContext {
  readonly isDynamic: () => boolean;
}

/** Places further in than this are asked for as JSON. */
const MAX_DEPTH = 150;
/** So many fields are made at most; all further places are asked for as JSON. */
const MAX_FIELDS = 5000;

/** Makes what turns a schema, an input and a value into fields. It never throws and never guesses. */
export function createFieldResolver(evaluator: FormEvaluator): FieldResolver {
  let dynamic = false;
  let made = 0;
  const context: FieldResolver = {
    ...evaluator,
    isDynamic: () => dynamic,
    resolve(schemas, place, settled = NONE_SETTLED) {
      const parts = gatherParts(evaluator.isValid, schemas, place.current ?? place.seed, settled);
      dynamic ||= parts.dynamic;
      const base = toBase(parts, place);
      const seeded =
        place.input === undefined && place.fillsDefault && isUsableDefault(evaluator, schemas, base)
          ? base.default
          : undefined;
      const described: Described = {
        place: place.seed === undefined ? { ...place, seed: seeded } : place,
        schemas,
        settled,
        parts,
        base,
        innerAncestors: isContainer(parts.nodes)
          ? new Set([...place.ancestors, ...parts.nodes])
          : place.ancestors,
      };
      if (parts.isBroken) return toJsonField(described, 'reference');
      if (parts.nothing) return resolveOptions(described, []);
      if (place.at.length > MAX_DEPTH || (made += 1) > MAX_FIELDS)
        return toJsonField(described, 'depth');
      return resolveDescribed(context, described);
    },
  };
  return context;
}

function resolveDescribed(context: ResolveContext, described: Described): Resolved {
  const options = getOptions(context.isValid, described.parts);
  if (options !== undefined) return resolveOptions(described, options);
  return resolveAlternatives(context, described) ?? resolveTypes(context, described);
}

/** `null` where no `oneOf` or `anyOf` changes what is asked for. */
function resolveAlternatives(context: ResolveContext, described: Described): Resolved | null {
  const { isValid } = context;
  const { place, schemas, settled, parts } = described;
  if (parts.alternatives.length === 0) return null;
  const own = getTypes(parts);
  for (const alternatives of parts.alternatives) {
    const { branches } = alternatives;
    const isNull = (branch: SchemaNode): boolean => isNullSchema(isValid, branch, settled);
    const valued = branches.filter((branch) => !isFalseSchema(branch));
    const others = valued.filter((branch) => !isNull(branch));
    if (!place.excludeNull && others.length > 0 && others.length < valued.length) {
      return resolveNullable(context, described);
    }
    const usable = place.excludeNull ? others : valued;
    const rest = new Set([...settled, branches]);
    const [only] = usable;
    if (only === undefined) return toJsonField(described, 'contradiction');
    if (usable.length === 1) return context.resolve([...schemas, only], place, rest);
    if (own !== undefined && usable.every((branch) => isConstraint(isValid, branch, own))) continue;
    const scalar = own === undefined ? findScalar(isValid, usable) : undefined;
    if (scalar !== undefined)
      return context.resolve([...schemas, toTypeSchema(scalar)], place, rest);
    return resolveVariant(context, described, alternatives);
  }
  return null;
}

function resolveTypes(context: ResolveContext, described: Described): Resolved {
  const { place, parts } = described;
  const all = getTypes(parts) ?? (isRoot(place) ? ['object'] : ANY_TYPES);
  const types = place.excludeNull ? all.filter((type) => type !== 'null') : all;
  const [only, ...others] = types;
  if (only === undefined) return toJsonField(described, 'contradiction');
  const isNullable =
    others.length > 0 && types.includes('null') && (others.length === 1 || !place.required);
  if (isNullable) return resolveNullable(context, described);
  if (others.length > 0) {
    return resolveVariant(context, described, { branches: types.map(toTypeSchema), at: '' });
  }
  // What no control of the type can hold is shown as it is; a default that cannot be, not at all.
  const { input, seed } = place;
  const json = getJsonText(input);
  if (json !== undefined) {
    const value = parseJson(json);
    if (value === undefined || !hasShape(value, only)) return toJsonField(described, 'type');
    return resolveTypes(context, {
      ...described,
      place: { ...place, input: undefined, seed: value },
    });
  }
  if (input === undefined && seed !== undefined && !hasShape(seed, only)) {
    if (seed !== described.base.default) return toJsonField(described, 'type');
    return resolveTypes(context, { ...described, place: { ...place, seed: undefined } });
  }
  switch (only) {
    case 'object':
      return resolveObject(context, described);
    case 'array':
      return resolveList(context, described);
    case 'null':
      return resolveOptions(described, [{ value: null }]);
    default:
      return resolveLeaf(context, described, only);
  }
}

/**
 * The same place without `null`. Where it is optional, an empty field says it; else it stands beside
 * the field, or is an option where it is a choice anyway.
 */
function resolveNullable(context: ResolveContext, described: Described): Resolved {
  const { place, schemas, settled, base } = described;
  const { input, seed } = place;
  const isNull = input?.kind === 'none' || (input === undefined && seed === null);
  const inner = context.resolve(
    schemas,
    {
      ...place,
      excludeNull: true,
      input: input?.kind === 'none' ? OMITTED : input,
      seed: seed === null ? undefined : seed,
    },
    settled,
  );
  const { field } = inner;
  if (field.kind === 'choice') {
    return resolveOptions(described, [...field.options, { value: null }]);
  }
  if (field.kind === 'boolean') {
    return resolveOptions(described, [{ value: true }, { value: false }, { value: null }]);
  }
  const own: Field = place.required
    ? { ...base, key: `${base.key}/?`, kind: 'nullable', field }
    : { ...field, ...toNullable(described) };
  return { field: own, input: isNull ? NONE : inner.input };
}

/** Whether a control of a type can hold a value: scalars are texts, and `null` is nothing. */
function hasShape(value: JsonValue, type: VariantType): boolean {
  if (value === null) return true;
  if (isJsonArray(value)) return type === 'array';
  return isJsonObject(value) ? type === 'object' : type !== 'array' && type !== 'object';
}

/** Variables are an object, also where their schema would take anything. */
function isRoot({ at }: Place): boolean {
  return at.length === 0;
}

const typeSchemas = new Map<VariantType, SchemaNode>();

/** The schema that asks for a type and nothing else. */
function toTypeSchema(type: VariantType): SchemaNode {
  const node = typeSchemas.get(type) ?? readSchema({ type }).root;
  typeSchemas.set(type, node);
  return node;
}

/** Whether a branch says only what validation says, and asks for nothing of its own. */
function isConstraint(
  isValid: IsValid,
  branch: SchemaNode,
  types: readonly VariantType[],
): boolean {
  const parts = gatherParts(isValid, [branch], undefined, NONE_SETTLED);
  if (parts.nodes.some(hasStructure)) return false;
  const named = parts.nodes.some((node) => node.types !== undefined);
  return !named || getTypes(parts)?.join() === types.join();
}

function hasStructure(node: SchemaNode): boolean {
  const { object, array } = node;
  const parts = [
    object?.properties,
    object?.patternProperties,
    object?.additionalProperties,
    array?.items,
    array?.prefixItems,
    node.enum,
    node.const,
    node.oneOf,
    node.anyOf,
  ];
  return parts.some((part) => part !== undefined);
}

/** The type of which all branches are, where they differ in nothing that a field could show. */
function findScalar(isValid: IsValid, branches: readonly SchemaNode[]): VariantType | undefined {
  const parts = gatherParts(isValid, branches.slice(0, 1), undefined, NONE_SETTLED);
  const types = getTypes(parts);
  const [type] = types ?? [];
  if (types?.length !== 1 || type === undefined || !/^(?:string|number|integer)$/.test(type)) {
    return undefined;
  }
  const isSame = ({ source }: SchemaNode): boolean =>
    isJsonObject(source) && Object.keys(source).length > 0;
  return branches.every((branch) => isSame(branch) && isConstraint(isValid, branch, types))
    ? type
    : undefined;
}

/** Whether there can be places within. */
function isContainer(nodes: readonly SchemaNode[]): boolean {
  return nodes.some(({ object, array }) => object !== undefined || array !== undefined);
}

/**
 * Whether a default may be filled in: where the place may be left out, one that its own schema refuses
 * would block a user who did nothing. Those of objects are completed within.
 */
function isUsableDefault(
  { isValid }: FormEvaluator,
  schemas: readonly SchemaNode[],
  { default: value, required }: FieldPlace,
): boolean {
  if (value === undefined || required || isJsonObject(value)) return true;
  return schemas.every((schema) => isValid(schema, value));
}

function toBase({ nodes, describing }: SchemaParts, place: Place): FieldPlace {
  const isAny = (value: JsonValue | undefined): value is JsonValue => value !== undefined;
  const isTrue = (keyword: string): boolean =>
    nodes.some((node) => getKeyword(node, keyword) === true);
  return {
    key: toPointer(place.at.map(toKeyStep)),
    at: place.at,
    pointer: place.pointer,
    name: place.name,
    title: findKeyword(describing, 'title', isText),
    description: findKeyword(describing, 'description', isText),
    required: place.required,
    isNullable: false,
    emptiesToNull: false,
    default: findKeyword(nodes, 'default', isAny),
    examples: findKeyword(nodes, 'examples', isJsonArray) ?? [],
    readOnly: isTrue('readOnly'),
    deprecated: isTrue('deprecated'),
    secret: place.secrets.isSecret || place.secrets.hasSecretItem(),
    isUnchecked: nodes.some(isUncheckable),
    errorMessage: findKeyword(nodes, 'errorMessage', isAny),
    hints: toFieldHints(nodes, place.required),
  };
}

function toKeyStep(step: InputStep): string {
  switch (step.kind) {
    case 'name':
      return `.${step.name}`;
    case 'row':
      return `#${step.id}`;
    case 'entry':
      return `+${step.id}`;
    case 'variant':
      return `|${step.index}`;
  }
}
