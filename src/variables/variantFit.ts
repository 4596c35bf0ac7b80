import { isJsonObject, type JsonValue } from '../domain/json.js';
import type { SchemaError } from './evaluate/evaluation.js';
import type { Described, ResolveContext } from './place.js';
import { getOptions, getTypes } from './placeTypes.js';
import type { SchemaNode } from './schema/schemaNode.js';
import { gatherParts, NONE_SETTLED, type IsValid, type SchemaParts } from './schemaParts.js';

/** More than any number of foreign names. */
const CONTRADICTION = 1e4;

/**
 * How badly a value fits a branch at a place. Types and constants tell branches apart, also those of
 * the place's other schemas, then names; what is missing may be a stored secret.
 */
export function measureMisfit(
  context: ResolveContext,
  described: Described,
  branches: readonly SchemaNode[],
  branch: SchemaNode,
  given: JsonValue,
): number {
  const parts = gatherWith(context, described, branches, branch);
  const foreign = isJsonObject(given)
    ? Object.keys(given).filter((name) => !hasName(context, parts, name))
    : [];
  const contradiction = isSatisfiable(context.isValid, parts, branch) ? 0 : CONTRADICTION;
  return contradiction + foreign.length + sumWeights(context.listErrors(branch, given));
}

/** Whether some value can be valid under both a branch and the place's other schemas. */
export function isAgreeing(
  context: ResolveContext,
  described: Described,
  branches: readonly SchemaNode[],
  branch: SchemaNode,
): boolean {
  return isSatisfiable(context.isValid, gatherWith(context, described, branches, branch), branch);
}

/** All that applies at a place with a branch chosen. */
function gatherWith(
  { isValid }: ResolveContext,
  { place, schemas, settled }: Described,
  branches: readonly SchemaNode[],
  branch: SchemaNode,
): SchemaParts {
  const chosen = new Set([...settled, branches]);
  return gatherParts(isValid, [...schemas, branch], place.current ?? place.seed, chosen);
}

/** Told by types and constants, of the place and of the properties that the branch names. */
function isSatisfiable(isValid: IsValid, parts: SchemaParts, branch: SchemaNode): boolean {
  if (isContradiction(isValid, parts)) return false;
  const own = gatherParts(isValid, [branch], undefined, NONE_SETTLED);
  const names = new Set(listProperties(own.nodes).map(([name]) => name));
  return [...names].every((name) => {
    const schemas = parts.nodes.flatMap(({ object }) => object?.properties?.get(name) ?? []);
    if (schemas.length < 2) return true;
    return !isContradiction(isValid, gatherParts(isValid, schemas, undefined, NONE_SETTLED));
  });
}

function isContradiction(isValid: IsValid, parts: SchemaParts): boolean {
  return parts.nothing || getTypes(parts)?.length === 0 || getOptions(isValid, parts)?.length === 0;
}

function hasName({ isMatch }: ResolveContext, { nodes }: SchemaParts, name: string): boolean {
  return nodes.some(
    ({ object }) =>
      object?.properties?.has(name) === true ||
      object?.patternProperties?.some((pattern) => isMatch(pattern, name)) === true,
  );
}

function sumWeights(errors: readonly SchemaError[]): number {
  return errors.reduce((sum, error) => sum + weigh(error), 0);
}

function weigh({ keyword, branches = [] }: SchemaError): number {
  if (branches.length > 0) return Math.min(...branches.map(sumWeights));
  return /^(?:const|enum|type|schema)$/.test(keyword) ? CONTRADICTION : 0.01;
}

/** The properties that schemas name, with the schema of each. */
export function listProperties(
  nodes: readonly SchemaNode[],
): readonly (readonly [string, SchemaNode])[] {
  return nodes.flatMap(({ object }) => [...(object?.properties?.entries() ?? [])]);
}
