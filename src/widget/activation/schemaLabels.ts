import {
  fromEntries,
  getOwn,
  isJsonObject,
  isSameJson,
  type JsonSchema,
  type JsonObject,
  type JsonValue,
} from '../../domain/json.js';
import { getAt, parsePointer } from '../../domain/pointer.js';

/** Deeper than this branches within branches were written by no person. */
const MAX_DEPTH = 8;

/**
 * The schema of a property, wherever a branch declares it; `null` where none does. Only what a list
 * of values needs: which branch holds is not asked, so the first that names it counts.
 */
export function getPropertySchema(
  root: JsonSchema | null,
  schema: JsonSchema | null,
  name: string,
): JsonSchema | null {
  for (const part of listParts(root, schema)) {
    const properties = getOwn(part, 'properties');
    const found = isJsonObject(properties) ? getOwn(properties, name) : undefined;
    if (found !== undefined) return resolve(root, found);
  }
  return null;
}

/** The names that a schema and its branches declare, in the schema's order. */
export function listDeclared(root: JsonSchema | null, schema: JsonSchema | null): string[] {
  const names = listParts(root, schema).flatMap((part) => {
    const properties = getOwn(part, 'properties');
    return isJsonObject(properties) ? Object.keys(properties) : [];
  });
  return [...new Set(names)];
}

/**
 * Whether a schema has a place for a name. One that declares no names has a place for all of them,
 * unless it says otherwise; so has one with patterns, which are not tried here.
 */
export function isKnownName(
  root: JsonSchema | null,
  schema: JsonSchema | null,
  name: string,
): boolean {
  if (typeof schema === 'boolean') return schema;
  const parts = listParts(root, schema);
  const isOpen = parts.some((part) => {
    const more = getOwn(part, 'additionalProperties');
    return more === true || isJsonObject(more) || getOwn(part, 'patternProperties') !== undefined;
  });
  if (isOpen) return true;
  const declared = listDeclared(root, schema);
  if (declared.length > 0) return declared.includes(name);
  return !parts.some((part) => getOwn(part, 'additionalProperties') === false);
}

/** The variables that the schema has a place for: what it has left behind, no form can ask for. */
export function toKnownVariables(schema: JsonSchema | null, variables: JsonObject): JsonObject {
  return fromEntries(
    Object.entries(variables).filter(([name]) => isKnownName(schema, schema, name)),
  );
}

/** The schema of a list's entries. */
export function getItemSchema(
  root: JsonSchema | null,
  schema: JsonSchema | null,
): JsonSchema | null {
  return isJsonObject(schema) ? resolve(root, getOwn(schema, 'items')) : null;
}

/** What the schema calls a variable; its name where it says nothing. */
export function toLabel(schema: JsonSchema | null, name: string): string {
  const title = isJsonObject(schema) ? getOwn(schema, 'title') : undefined;
  return typeof title === 'string' && title.trim() !== '' ? title : name;
}

/** The title that `oneOf` or `anyOf` gives to a constant. */
export function toOptionLabel(schema: JsonSchema | null, value: JsonValue): string | undefined {
  if (!isJsonObject(schema)) return undefined;
  const options = getOwn(schema, 'oneOf') ?? getOwn(schema, 'anyOf');
  if (!Array.isArray(options)) return undefined;
  const option = options.filter(isJsonObject).find((candidate) => {
    const constant = getOwn(candidate, 'const');
    return constant !== undefined && isSameJson(constant, value);
  });
  const title = option && getOwn(option, 'title');
  return typeof title === 'string' ? title : undefined;
}

/** A schema and its branches, references followed. */
function listParts(
  root: JsonSchema | null,
  schema: JsonValue | undefined,
  depth: number = 0,
): JsonObject[] {
  const own = resolve(root, schema);
  if (!isJsonObject(own) || depth > MAX_DEPTH) return [];
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => getOwn(own, keyword) ?? []);
  const singles = ['if', 'then', 'else'].flatMap((keyword) => getOwn(own, keyword) ?? []);
  const dependent = getOwn(own, 'dependentSchemas');
  const branches = [...lists, ...singles, ...(isJsonObject(dependent) ? values(dependent) : [])];
  return [own, ...branches.flatMap((branch) => listParts(root, branch, depth + 1))];
}

function values(object: JsonObject): JsonValue[] {
  return Object.values(object);
}

function resolve(root: JsonSchema | null, schema: JsonValue | undefined): JsonSchema | null {
  let current = schema;
  // Ten references in a row lead nowhere that a person wrote.
  for (let hops = 0; hops < 10 && isJsonObject(current); hops++) {
    const reference = getOwn(current, '$ref');
    if (typeof reference !== 'string' || !reference.startsWith('#') || root === null)
      return current;
    current = getAt(root, parsePointer(decode(reference.slice(1))) ?? []);
  }
  return isJsonObject(current) || typeof current === 'boolean' ? current : null;
}

/** `decodeURI` throws on a lone per cent sign, which a schema may well hold. */
function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
