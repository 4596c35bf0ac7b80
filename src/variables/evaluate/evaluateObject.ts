import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { appendStep } from '../../domain/pointer.js';
import type { ObjectRules, SchemaNode } from '../schema/schemaNode.js';
import type { EvaluateKeywords, Evaluator, Frame } from './evaluation.js';

/** The keywords of objects but `dependentSchemas` and `unevaluatedProperties`. */
export const evaluateObject: EvaluateKeywords = (node, frame, evaluator) => {
  const { value } = frame;
  const rules = node.object;
  if (rules === undefined || !isJsonObject(value)) return true;
  let isValid = true;
  for (const evaluate of [evaluateNames, evaluateMembers]) {
    isValid = evaluate(node, rules, value, frame, evaluator) && isValid;
    if (!isValid && evaluator.stopsAtFirst()) return false;
  }
  return isValid;
};

type EvaluateRules = (
  node: SchemaNode,
  rules: ObjectRules,
  value: JsonObject,
  frame: Frame,
  evaluator: Evaluator,
) => boolean;

/** What is said of the names alone. */
const evaluateNames: EvaluateRules = (node, rules, value, frame, { fail, apply, test }) => {
  const { minProperties, maxProperties, required, dependentRequired, propertyNames } = rules;
  let isValid = true;
  const requireAll = (names: readonly string[], keyword: string): void => {
    for (const name of names) {
      if (Object.hasOwn(value, name)) continue;
      const path = appendStep(frame.path, name);
      isValid = fail(node, frame, keyword, undefined, { path });
    }
  };
  requireAll(required ?? [], 'required');
  for (const [name, names] of dependentRequired ?? []) {
    if (Object.hasOwn(value, name)) requireAll(names, 'dependentRequired');
  }
  if (minProperties !== undefined && Object.keys(value).length < minProperties) {
    isValid = fail(node, frame, 'minProperties', minProperties);
  }
  if (maxProperties !== undefined && Object.keys(value).length > maxProperties) {
    isValid = fail(node, frame, 'maxProperties', maxProperties);
  }
  if (propertyNames === undefined) return isValid;
  for (const name of Object.keys(value)) {
    const path = appendStep(frame.path, name);
    const inner: Frame = { ...frame, value: name, path, active: [], evaluated: [] };
    if (!test(inner, () => apply(propertyNames, inner, 'propertyNames'), 'discard')) {
      isValid = fail(node, frame, 'propertyNames', undefined, { path });
    }
  }
  return isValid;
};

/** What is said of the members, in the order of the schema and then of the value. */
const evaluateMembers: EvaluateRules = (node, rules, value, frame, evaluator) => {
  const { properties, patternProperties = [], additionalProperties } = rules;
  const { allowance, patternAllowance, applyInner, fail, stopsAtFirst, tracksEvaluated } =
    evaluator;
  let isValid = true;
  const applyTo = (schema: SchemaNode, name: string, member: JsonValue, keyword: string): void => {
    isValid = applyInner(schema, frame, name, member, keyword) && isValid;
    if (tracksEvaluated) frame.evaluated.push(name);
  };
  for (const [name, schema] of properties ?? []) {
    if (!allowance.spend(1) || (!isValid && stopsAtFirst())) return false;
    const member = getOwn(value, name);
    if (member !== undefined) applyTo(schema, name, member, 'properties');
  }
  if (patternProperties.length === 0 && additionalProperties === undefined) return isValid;
  for (const [name, member] of Object.entries(value)) {
    if (!allowance.spend(1) || (!isValid && stopsAtFirst())) return false;
    let isKnown = properties?.has(name) === true;
    for (const { source, pattern, schema } of patternProperties) {
      const found = pattern.test(name, patternAllowance);
      if (found === null && pattern.isLinear) {
        const path = appendStep(frame.path, name);
        isValid = fail(node, frame, 'pattern', source, { path, isTooLong: true });
      }
      if (found === true) applyTo(schema, name, member, 'patternProperties');
      isKnown ||= found !== false;
    }
    if (!isKnown && additionalProperties !== undefined) {
      applyTo(additionalProperties, name, member, 'additionalProperties');
    }
  }
  return isValid;
};
