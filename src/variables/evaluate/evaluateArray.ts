import { isJsonArray, toCanonicalJson, type JsonValue } from '../../domain/json.js';
import type { ArrayRules, SchemaNode } from '../schema/schemaNode.js';
import type { EvaluateKeywords, Evaluator, Frame } from './evaluation.js';

/** The keywords of arrays but `unevaluatedItems`. */
export const evaluateArray: EvaluateKeywords = (node, frame, evaluator) => {
  const { value } = frame;
  const rules = node.array;
  if (rules === undefined || !isJsonArray(value)) return true;
  const { fail, stopsAtFirst } = evaluator;
  const { minItems, maxItems, uniqueItems } = rules;
  let isValid = true;
  if (minItems !== undefined && value.length < minItems) {
    isValid = fail(node, frame, 'minItems', minItems);
  }
  if (maxItems !== undefined && value.length > maxItems) {
    isValid = fail(node, frame, 'maxItems', maxItems);
  }
  if (uniqueItems === true && !isUnique(value, evaluator)) {
    isValid = fail(node, frame, 'uniqueItems');
  }
  if (!isValid && stopsAtFirst()) return false;
  isValid = evaluateItems(rules, value, frame, evaluator) && isValid;
  if (!isValid && stopsAtFirst()) return false;
  return evaluateContains(node, rules, value, frame, evaluator) && isValid;
};

function isUnique(items: readonly JsonValue[], { allowance }: Evaluator): boolean {
  const seen = new Set<JsonValue>();
  for (const item of items) {
    const key = toKey(item);
    allowance.spend(typeof key === 'string' ? key.length >> 5 : 1);
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}

/** Equal for equal items alone: a text could read like the JSON of another item. */
function toKey(item: JsonValue): JsonValue {
  if (typeof item === 'string') return `text:${item}`;
  return typeof item === 'object' && item !== null ? toCanonicalJson(item) : item;
}

function evaluateItems(
  { prefixItems = [], items, itemsKeyword }: ArrayRules,
  value: readonly JsonValue[],
  frame: Frame,
  { applyInner, stopsAtFirst, tracksEvaluated }: Evaluator,
): boolean {
  let isValid = true;
  for (const [index, item] of value.entries()) {
    const own = prefixItems[index];
    const node = own ?? items;
    if (node === undefined) break;
    const keyword = own === undefined ? itemsKeyword : 'prefixItems';
    isValid = applyInner(node, frame, index, item, keyword) && isValid;
    if (!isValid && stopsAtFirst()) return false;
    if (tracksEvaluated) frame.evaluated.push(index);
  }
  return isValid;
}

function evaluateContains(
  node: SchemaNode,
  { contains, minContains = 1, maxContains }: ArrayRules,
  value: readonly JsonValue[],
  frame: Frame,
  { applyInner, fail, test, tracksEvaluated }: Evaluator,
): boolean {
  if (contains === undefined) return true;
  const matching = [...value.entries()].filter(([index, item]) =>
    test(frame, () => applyInner(contains, frame, index, item, 'contains')),
  );
  // In 2019-09 `contains` did not count as evaluating.
  if (tracksEvaluated && node.resource.dialect.draft === '2020-12') {
    frame.evaluated.push(...matching.map(([index]) => index));
  }
  if (matching.length < minContains) {
    return minContains === 1
      ? fail(node, frame, 'contains')
      : fail(node, frame, 'minContains', minContains);
  }
  if (maxContains !== undefined && matching.length > maxContains) {
    return fail(node, frame, 'maxContains', maxContains);
  }
  return true;
}
