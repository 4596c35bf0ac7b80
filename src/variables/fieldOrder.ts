import { isJsonArray, isJsonObject, type JsonValue } from '../domain/json.js';
import type { Field } from './field.js';
import { humanizeName } from './humanizeName.js';
import { isText } from './jsonKind.js';
import type { SchemaNode } from './schema/schemaNode.js';
import { findFirst, getKeyword, toTexts } from './schemaParts.js';

/**
 * Puts the fields of an object into its author's order: that of `ui:order`, where `*` stands for all
 * names that it leaves out, else by the `order` of each. The others follow in the order of the schema,
 * and all members of a `group` its first.
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
  const sorted = fields.toSorted((a, b) => {
    const [before, after] = [getRank(a), getRank(b)];
    return before === after ? 0 : before - after;
  });
  return gatherGroups(nodes, sorted);
}

/** Puts the fields of each group behind its first, with the name that is shown for the group. */
function gatherGroups(nodes: readonly SchemaNode[], fields: readonly Field[]): readonly Field[] {
  if (fields.every(({ hints }) => hints.group === undefined)) return fields;
  const titles = new Map(nodes.flatMap((node) => listGroupTitles(getKeyword(node, 'groups'))));
  const isDone = new Set<string>();
  return fields.flatMap((field) => {
    const { group } = field.hints;
    if (group === undefined) return [field];
    if (isDone.has(group)) return [];
    isDone.add(group);
    const name = titles.get(group) ?? humanizeName(group);
    return fields
      .filter(({ hints }) => hints.group === group)
      .map((member) => ({ ...member, hints: { ...member.hints, group: name } }));
  });
}

/** Titles by group id, as connector specifications list them. */
function listGroupTitles(groups: JsonValue | undefined): readonly (readonly [string, string])[] {
  if (!isJsonArray(groups)) return [];
  return groups.flatMap((group) => {
    const { id, title } = isJsonObject(group) ? group : {};
    return isText(id) && isText(title) && title !== '' ? [[id, title] as const] : [];
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
