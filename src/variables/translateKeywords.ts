import { fromEntries, isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import { getHolder } from './keywordShapes.js';

/**
 * Says in keywords that the library knows what a schema says in others. Writes into the schema and
 * answers with what stands in its place.
 *
 * `false` becomes `{ not: {} }`, as the library does not say where a `false` stood.
 * `dependencies` becomes `dependentSchemas` and `dependentRequired`. `$dynamicRef`, which the library
 * would ignore and so let everything through, becomes the `$ref` that it is wherever no second anchor
 * of the name is in scope.
 */
export function translateKeywords<Schema extends JsonValue>(schema: Schema): Schema | JsonObject {
  if (schema === false) return { not: {} };
  if (!isJsonObject(schema)) return schema;
  const node: Record<string, JsonValue> = schema;
  for (const [keyword, value] of Object.entries(node)) {
    const holder = getHolder(keyword, value);
    if (holder === 'one') node[keyword] = translateKeywords(value);
    else if (holder === 'list' && Array.isArray(value))
      node[keyword] = value.map(translateKeywords);
    else if (holder === 'map' && isJsonObject(value)) node[keyword] = translateMembers(value);
  }
  const { $dynamicRef, $dynamicAnchor, dependencies } = node;
  if (typeof $dynamicAnchor === 'string') node['$anchor'] ??= $dynamicAnchor;
  if (typeof $dynamicRef === 'string') node['$ref'] ??= $dynamicRef;
  if (isJsonObject(dependencies)) splitDependencies(node, Object.entries(dependencies));
  return node;
}

function translateMembers(members: JsonObject): JsonObject {
  return fromEntries(
    Object.entries(members).map(([name, schema]) => [name, translateKeywords(schema)]),
  );
}

function splitDependencies(
  node: Record<string, JsonValue>,
  entries: readonly (readonly [string, JsonValue])[],
): void {
  const names = entries.filter(([, value]) => Array.isArray(value));
  const schemas = entries.filter(([, value]) => !Array.isArray(value));
  if (names.length > 0) node['dependentRequired'] ??= fromEntries(names);
  if (schemas.length > 0) node['dependentSchemas'] ??= translateMembers(fromEntries(schemas));
  delete node['dependencies'];
}
