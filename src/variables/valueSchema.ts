import {
  fromEntries,
  isSameJson,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../domain/json.js';
import { isText } from './jsonKind.js';
import { readSchema } from './schema/readSchema.js';
import type { SchemaNode } from './schema/schemaNode.js';
import { findKeyword } from './schemaParts.js';

// What a list of values needs of a schema. Which branch holds is not evaluated here, unlike in the
// form: a name counts wherever a branch declares it.

/** Deeper than this, branches within branches were written by no person. */
const MAX_DEPTH = 8;

/** The node of a whole schema; `null` where the integration has none. */
export function toRootNode(schema: JsonSchema | null): SchemaNode | null {
  return schema === null ? null : readSchema(schema).root;
}

/** The schema of a property, as the first branch declares it; `null` where none does. */
export function getPropertyNode(node: SchemaNode | null, name: string): SchemaNode | null {
  for (const { object } of listBranches(node)) {
    const found = object?.properties?.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

/** The schema of a list's item; `null` where none is declared. */
export function getItemNode(node: SchemaNode | null, index: number): SchemaNode | null {
  for (const { array } of listBranches(node)) {
    const found = array?.prefixItems?.[index] ?? array?.items;
    if (found !== undefined) return found;
  }
  return null;
}

/** The names that a schema and its branches declare, in the schema's order, each once. */
export function listDeclaredNames(node: SchemaNode | null): readonly string[] {
  const names = listBranches(node).flatMap(({ object }) => [...(object?.properties?.keys() ?? [])]);
  return [...new Set(names)];
}

/**
 * Whether a schema has a place for a name. One that declares no names has a place for all of them,
 * unless it says otherwise; so has one with patterns, which are not tried here.
 */
export function isKnownName(node: SchemaNode | null, name: string): boolean {
  if (typeof node?.source === 'boolean') return node.source;
  const objects = listBranches(node).flatMap(({ object }) => object ?? []);
  const isOpen = objects.some(
    ({ additionalProperties, patternProperties }) =>
      patternProperties !== undefined ||
      (additionalProperties !== undefined && additionalProperties.source !== false),
  );
  if (isOpen) return true;
  const declared = listDeclaredNames(node);
  if (declared.length > 0) return declared.includes(name);
  return objects.every(({ additionalProperties }) => additionalProperties === undefined);
}

/** The variables that the schema has a place for: what it has left behind, no form can ask for. */
export function toKnownVariables(node: SchemaNode | null, variables: JsonObject): JsonObject {
  return fromEntries(Object.entries(variables).filter(([name]) => isKnownName(node, name)));
}

/** The names that are required, whatever the values are. */
export function listRequiredNames(node: SchemaNode | null): readonly string[] {
  return listDescribing(node).flatMap(({ object }) => object?.required ?? []);
}

/** What the schema calls a variable; `undefined` where it says nothing. */
export function getTitle(node: SchemaNode | null): string | undefined {
  return findKeyword(listDescribing(node), 'title', isWording);
}

function isWording(value: JsonValue): value is string {
  return isText(value) && value.trim() !== '';
}

/** The title that `oneOf` or `anyOf` gives to a constant, or the text itself where `enum` lists it. */
export function getOptionTitle(node: SchemaNode | null, value: JsonValue): string | undefined {
  const parts = listDescribing(node);
  const option = parts
    .flatMap(({ oneOf, anyOf }) => oneOf ?? anyOf ?? [])
    .find((branch) => branch.const !== undefined && isSameJson(branch.const, value));
  const isListed = typeof value === 'string' && parts.some((part) => part.enum?.includes(value));
  return getTitle(option ?? null) ?? (isListed ? value : undefined);
}

/** A schema, what it refers to, and its `allOf`. */
function listDescribing(node: SchemaNode | null): readonly SchemaNode[] {
  return follow(node, ({ references, allOf = [] }) => [
    ...references.map(({ target }) => target),
    ...allOf,
  ]);
}

/** The same, and the branches that may hold or not. */
function listBranches(node: SchemaNode | null): readonly SchemaNode[] {
  return follow(node, (part) => [
    ...part.references.map(({ target }) => target),
    ...[part.allOf, part.anyOf, part.oneOf].flatMap((branches) => branches ?? []),
    ...[part.if, part.then, part.else].flatMap((branch) => branch ?? []),
    ...(part.object?.dependentSchemas?.values() ?? []),
  ]);
}

/** A node and all that `next` leads to, each once and in order, depth first. */
function follow(
  start: SchemaNode | null,
  next: (node: SchemaNode) => readonly SchemaNode[],
): readonly SchemaNode[] {
  const seen = new Set<SchemaNode>();
  const visit = (node: SchemaNode, depth: number): void => {
    if (seen.has(node) || depth > MAX_DEPTH) return;
    seen.add(node);
    for (const inner of next(node)) visit(inner, depth + 1);
  };
  if (start !== null) visit(start, 0);
  return [...seen];
}
