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
import { readSchema } from '../../variables/schema/readSchema.js';
import type { SchemaNode } from '../../variables/schema/schemaNode.js';
import { getKeyword } from '../../variables/schemaParts.js';

/** So many schemas are applied to one value; past them no more defaults are filled in. */
const mostSchemas = 10_000;

/** So many characters of defaults are compared or filled in: references may repeat a long one. */
const mostCharacters = 50_000;

/**
 * The variables with each absent member that the schema gives a default, as a platform may store
 * them. Only what certainly applies counts: `properties` and `items`, through `allOf` and references.
 * Where two defaults disagree, neither is taken.
 */
export function withSchemaDefaults(schema: JsonSchema | null, variables: JsonObject): JsonObject {
  let left = mostSchemas;
  let charactersLeft = mostCharacters;

  /** The schemas that apply where these do, each once. */
  function expand(schemas: readonly SchemaNode[]): readonly SchemaNode[] {
    const found = new Set<SchemaNode>();
    const open = [...schemas];
    for (let next = open.pop(); next !== undefined && left > 0; next = open.pop()) {
      if (found.has(next)) continue;
      left -= 1;
      found.add(next);
      // A dynamic reference may lead elsewhere.
      for (const { target, dynamicAnchor } of next.references) {
        if (dynamicAnchor === undefined) open.push(target);
      }
      open.push(...(next.allOf ?? []));
    }
    return [...found];
  }

  function fill(value: JsonValue, schemas: readonly SchemaNode[]): JsonValue {
    const applied = expand(schemas);
    if (applied.length === 0) return value;
    if (isJsonArray(value)) {
      return value.map((item, index) => fill(item, listItem(applied, index)));
    }
    return isJsonObject(value) ? fillMembers(value, applied) : value;
  }

  function fillMembers(value: JsonObject, applied: readonly SchemaNode[]): JsonObject {
    const properties = applied.flatMap(({ object }) => object?.properties ?? []);
    const declared = properties.flatMap((each) => [...each.keys()]);
    const names = new Set([...Object.keys(value), ...declared]);
    return fromEntries(
      [...names].flatMap((name): [string, JsonValue][] => {
        const schemas = properties.flatMap((each) => each.get(name) ?? []);
        const own = getOwn(value, name);
        const member = own === undefined ? findDefault(expand(schemas)) : fill(own, schemas);
        return member === undefined ? [] : [[name, member]];
      }),
    );
  }

  function findDefault(schemas: readonly SchemaNode[]): JsonValue | undefined {
    const defaults: JsonValue[] = [];
    for (const each of schemas) {
      const value = getKeyword(each, 'default');
      if (value === undefined) continue;
      if (charactersLeft > 0) charactersLeft -= JSON.stringify(value).length;
      if (charactersLeft <= 0) return undefined;
      defaults.push(value);
    }
    const [first, ...others] = defaults;
    const isCertain = first !== undefined && others.every((each) => isSameJson(each, first));
    return isCertain ? first : undefined;
  }

  const filled = fill(variables, schema === null ? [] : [readSchema(schema).root]);
  return isJsonObject(filled) ? filled : variables;
}

function listItem(applied: readonly SchemaNode[], index: number): readonly SchemaNode[] {
  return applied.flatMap(({ array }) => array?.prefixItems?.[index] ?? array?.items ?? []);
}
