import {
  getOwn,
  isJsonObject,
  isSameJson,
  type JsonSchema,
  type JsonValue,
} from '../../domain/json.js';
import { getAt, parsePointer } from '../../domain/pointer.js';

/**
 * The schema of a property, or with `null` for a name, the whole `properties` object. Only what a
 * list of values needs: local references are followed, branches are not.
 */
export function getPropertySchema(
  root: JsonSchema | null,
  schema: JsonSchema | null,
  name: string | null,
): JsonSchema | null {
  if (!isJsonObject(schema)) return null;
  const properties = getOwn(schema, 'properties');
  if (!isJsonObject(properties)) return null;
  return name === null ? properties : resolve(root, getOwn(properties, name));
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

function resolve(root: JsonSchema | null, schema: JsonValue | undefined): JsonSchema | null {
  let current = schema;
  // Ten references in a row lead nowhere that a person wrote.
  for (let hops = 0; hops < 10 && isJsonObject(current); hops++) {
    const reference = getOwn(current, '$ref');
    if (typeof reference !== 'string' || !reference.startsWith('#') || root === null)
      return current;
    current = getAt(root, parsePointer(decodeURI(reference.slice(1))) ?? []);
  }
  return isJsonObject(current) || typeof current === 'boolean' ? current : null;
}
