import {
  fromEntries,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../domain/json.js';

import { getHolder } from './keywordShapes.js';

/**
 * Says in keywords that the library knows what a schema says in others. Writes into the schema and
 * answers with what stands in its place.
 *
 * `false` becomes `{ not: {} }`, as the library does not say where a `false` stood.
 * `dependencies` becomes `dependentSchemas` and `dependentRequired`. `$dynamicRef`, which the library
 * would ignore and so let everything through, becomes the `$ref` that it is wherever no second anchor
 * of the name is in scope. An id beside the reference of an old draft, which says nothing there, goes.
 */
export function translateKeywords<Schema extends JsonValue>(
  schema: Schema,
  isOld: boolean,
): Schema | JsonObject {
  if (schema === false) return { not: {} };
  if (!isJsonObject(schema)) return schema;
  const node: Record<string, JsonValue> = schema;
  const { $dynamicRef, $dynamicAnchor, dependencies } = node;
  if (typeof $dynamicAnchor === 'string') node['$anchor'] ??= $dynamicAnchor;
  if (typeof $dynamicRef === 'string') node['$ref'] ??= $dynamicRef;
  if (isOld && typeof node['$ref'] === 'string') {
    delete node['$id'];
    delete node['id'];
  }
  if (isJsonObject(dependencies)) {
    const entries = Object.entries(dependencies);
    node['dependentRequired'] ??= fromEntries(entries.filter(([, value]) => isJsonArray(value)));
    node['dependentSchemas'] ??= fromEntries(entries.filter(([, value]) => !isJsonArray(value)));
    delete node['dependencies'];
  }
  for (const [keyword, value] of Object.entries(node)) {
    const holder = getHolder(keyword, value);
    if (holder === 'one') node[keyword] = translateKeywords(value, isOld);
    if (holder !== 'many') continue;
    if (isJsonArray(value)) node[keyword] = value.map((held) => translateKeywords(held, isOld));
    else if (isJsonObject(value)) {
      node[keyword] = fromEntries(
        Object.entries(value).map(([name, held]) => [name, translateKeywords(held, isOld)]),
      );
    }
  }
  return node;
}
