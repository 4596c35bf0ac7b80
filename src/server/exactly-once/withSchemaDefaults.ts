import {
  fromEntries,
  getOwn,
  isJsonArray,
  isJsonObject,
  isSameJson,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../domain/json.js';
import { getAt, parsePointer } from '../../domain/pointer.js';

/** So many schemas are read for one value; past them no more defaults are filled in. */
const mostSchemas = 10_000;

/**
 * The variables with each absent member that the schema gives a default, as a platform may store
 * them. Only what certainly applies counts: `properties` and `items`, through `allOf` and references
 * within the document. Where two defaults disagree, neither is taken.
 */
export function withSchemaDefaults(schema: JsonSchema | null, variables: JsonObject): JsonObject {
  let left = mostSchemas;

  /** The schema objects that apply where these do, each once. */
  function expand(schemas: readonly JsonValue[]): readonly JsonObject[] {
    const found = new Set<JsonObject>();
    const open = [...schemas];
    for (let next = open.pop(); next !== undefined && left > 0; next = open.pop()) {
      if (!isJsonObject(next) || found.has(next)) continue;
      left -= 1;
      found.add(next);
      const target = findTarget(schema, getOwn(next, '$ref'));
      if (target !== undefined) open.push(target);
      const all = getOwn(next, 'allOf');
      if (isJsonArray(all)) open.push(...all);
    }
    return [...found];
  }

  function fill(value: JsonValue, schemas: readonly JsonValue[]): JsonValue {
    const applied = expand(schemas);
    if (applied.length === 0) return value;
    if (isJsonArray(value)) {
      const items = listAt(applied, 'items');
      return value.map((item) => fill(item, items));
    }
    return isJsonObject(value) ? fillMembers(value, applied) : value;
  }

  function fillMembers(value: JsonObject, applied: readonly JsonObject[]): JsonObject {
    const properties = listAt(applied, 'properties').filter(isJsonObject);
    const declared = properties.flatMap((each) => Object.keys(each));
    const names = new Set([...Object.keys(value), ...declared]);
    return fromEntries(
      [...names].flatMap((name): [string, JsonValue][] => {
        const schemas = listAt(properties, name);
        const own = getOwn(value, name);
        const member = own === undefined ? findDefault(expand(schemas)) : fill(own, schemas);
        return member === undefined ? [] : [[name, member]];
      }),
    );
  }

  const filled = fill(variables, schema === null ? [] : [schema]);
  return isJsonObject(filled) ? filled : variables;
}

function findDefault(schemas: readonly JsonObject[]): JsonValue | undefined {
  const [first, ...others] = listAt(schemas, 'default');
  const isCertain = first !== undefined && others.every((each) => isSameJson(each, first));
  return isCertain ? first : undefined;
}

function listAt(objects: readonly JsonObject[], name: string): JsonValue[] {
  return objects.map((each) => getOwn(each, name)).filter((each) => each !== undefined);
}

/** What a `$ref` leads to; `undefined` unless it is a path within the document. */
function findTarget(
  root: JsonSchema | null,
  reference: JsonValue | undefined,
): JsonValue | undefined {
  if (typeof reference !== 'string' || !reference.startsWith('#') || root === null)
    return undefined;
  try {
    const path = parsePointer(decodeURIComponent(reference.slice(1)));
    return path === null ? undefined : getAt(root, path);
  } catch {
    return undefined; // No percent-encoding: it leads nowhere.
  }
}
