import { isJsonObject, type JsonValue } from '../domain/json.js';
import type { FieldHints } from './field.js';
import { isNumber, isText } from './jsonKind.js';
import type { SchemaNode } from './schema/schemaNode.js';
import { findFirst, findKeyword, getKeyword, toTexts } from './schemaParts.js';

/** Reads the hints that connectors' schemas and form libraries write for a place. */
export function toFieldHints(nodes: readonly SchemaNode[], required: boolean): FieldHints {
  const isSet = (keyword: string): boolean =>
    nodes.some((node) => getKeyword(node, keyword) === true);
  const isFolded = isSet('deprecated') || isSet('x-deprecated') || isSet('x-advanced');
  const canHide = !required || nodes.some((node) => getKeyword(node, 'default') !== undefined);
  const isShown = isSet('always_show') || isSet('x-always-show');
  return {
    group: findKeyword(nodes, 'group', isText) ?? findKeyword(nodes, 'x-group', isText),
    order: findKeyword(nodes, 'order', isNumber) ?? findKeyword(nodes, 'x-order', isNumber),
    isAdvanced: isFolded || (isSet('advanced') && !required && !isShown),
    // What must be given and is not cannot be hidden.
    isHidden: canHide && (getWidget(nodes) === 'hidden' || isSet('airbyte_hidden')),
    unit: findKeyword(nodes, 'x-unit', isText) ?? findKeyword(nodes, 'unit', isText),
  };
}

/** The control that the author asks for: `ui:widget`, or the same within `ui:options`. */
export function getWidget(nodes: readonly SchemaNode[]): string | undefined {
  return findFirst(nodes, (node) => {
    const options = getKeyword(node, 'ui:options');
    const within = isJsonObject(options) ? options['widget'] : undefined;
    return [getKeyword(node, 'ui:widget'), within].find(isText);
  });
}

/** What a text with a pattern has to look like, in words or by an example. */
export function getPatternHint(nodes: readonly SchemaNode[]): string | undefined {
  if (nodes.every(({ string }) => string?.pattern === undefined)) return undefined;
  const descriptor = ['pattern_descriptor', 'x-pattern-descriptor', 'patternDescription'];
  const told = descriptor.map((keyword) => findKeyword(nodes, keyword, isText)).find(isText);
  return told ?? findFirst(nodes, (node) => listSuggestions([node])[0]);
}

/** Texts that the author offers, else the examples that are texts. */
export function listSuggestions(nodes: readonly SchemaNode[]): readonly string[] {
  const keywords = ['suggestions', 'x-suggestions', 'examples'];
  const lists = keywords.map(
    (keyword) => findFirst(nodes, (node) => toTextsOrNothing(getKeyword(node, keyword))) ?? [],
  );
  return lists.find(({ length }) => length > 0) ?? [];
}

function toTextsOrNothing(value: JsonValue | undefined): readonly string[] | undefined {
  const texts = toTexts(value);
  return texts.length > 0 ? texts : undefined;
}
