import { isJsonArray, isJsonObject } from '../domain/json.js';
import type { Field } from './field.js';
import type { SchemaNode } from './schema/schemaNode.js';
import { findFirst, getKeyword, toTexts } from './schemaParts.js';

/**
 * Puts the fields of an object into its author's order: that of `ui:order`, where `*` stands for all
 * names that it leaves out, else by the `order` of each. The others follow in the order of the schema.
 */
export function sortFields(
  nodes: readonly SchemaNode[],
  fields: readonly Field[],
): readonly Field[] {
  const listed = getListedNames(nodes);
  const ranks = new Map(listed?.map((name, index) => [name, index]));
  const rest = ranks.get('*') ?? Infinity;
  const getRank = ({ name, hints }: Field): number =>
    listed === undefined ? (hints.order ?? Infinity) : (ranks.get(name) ?? rest);
  return fields.toSorted((a, b) => {
    const [before, after] = [getRank(a), getRank(b)];
    return before === after ? 0 : before - after;
  });
}

/** The names of `ui:order`, or of `order` within `ui:options`. */
function getListedNames(nodes: readonly SchemaNode[]): readonly string[] | undefined {
  return findFirst(nodes, (node) => {
    const options = getKeyword(node, 'ui:options');
    const within = isJsonObject(options) ? options['order'] : undefined;
    const list = [getKeyword(node, 'ui:order'), within].find(isJsonArray);
    return list === undefined ? undefined : toTexts(list);
  });
}
