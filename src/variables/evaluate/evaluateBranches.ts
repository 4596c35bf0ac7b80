import { isJsonObject } from '../../domain/json.js';
import type { SchemaNode, SchemaReference } from '../schema/schemaNode.js';
import type { DynamicScope, EvaluateKeywords, Evaluator, Frame } from './evaluation.js';

/** The keywords that apply schemas to the same value. */
export const evaluateBranches: EvaluateKeywords = (node, frame, evaluator) => {
  const { apply, fail, stopsAtFirst, test } = evaluator;
  const { value } = frame;
  let isValid = true;
  for (const reference of node.references) {
    isValid = apply(getTarget(reference, frame.scope), frame, reference.keyword) && isValid;
  }
  for (const branch of node.allOf ?? []) {
    if (!isValid && stopsAtFirst()) return false;
    isValid = apply(branch, frame, 'allOf') && isValid;
  }
  const { not } = node;
  if (not !== undefined && test(frame, () => apply(not, frame, 'not'), 'discard')) {
    isValid = fail(node, frame, 'not');
  }
  isValid = evaluateCondition(node, frame, evaluator) && isValid;
  for (const [name, dependent] of node.object?.dependentSchemas ?? []) {
    if (!isJsonObject(value) || !Object.hasOwn(value, name)) continue;
    isValid = apply(dependent, frame, 'dependentSchemas') && isValid;
  }
  if (!isValid && stopsAtFirst()) return false;
  isValid = evaluateChoice(node, 'anyOf', frame, evaluator) && isValid;
  return evaluateChoice(node, 'oneOf', frame, evaluator) && isValid;
};

/** Of a dynamic reference the target in the outermost resource that defines its anchor. */
function getTarget(
  { target, dynamicAnchor }: SchemaReference,
  scope: DynamicScope | undefined,
): SchemaNode {
  let found = target;
  if (dynamicAnchor === undefined) return found;
  for (let within = scope; within !== undefined; within = within.outer) {
    found = within.resource.dynamicAnchors.get(dynamicAnchor) ?? found;
  }
  return found;
}

function evaluateCondition(node: SchemaNode, frame: Frame, { apply, test }: Evaluator): boolean {
  const { if: condition } = node;
  if (condition === undefined) return true;
  const keyword = test(frame, () => apply(condition, frame, 'if')) ? 'then' : 'else';
  const consequence = node[keyword];
  return consequence === undefined || apply(consequence, frame, keyword);
}

function evaluateChoice(
  node: SchemaNode,
  keyword: 'anyOf' | 'oneOf',
  frame: Frame,
  { apply, attempt, fail, report }: Evaluator,
): boolean {
  const list = node[keyword];
  if (list === undefined) return true;
  const branches = list.map((branch) => attempt(frame, () => apply(branch, frame, keyword)));
  const matches = branches.filter((errors) => errors === null).length;
  if (keyword === 'anyOf' && matches > 0) return true;
  // Whether a branch that cannot be used would match is not known.
  const unusable = branches.flatMap((errors) => errors ?? []).filter(({ problem }) => problem);
  if (unusable.length > 0) return report(unusable);
  if (matches === 1) return true;
  const errors = branches.map((found) => found ?? []);
  return fail(node, frame, keyword, undefined, {
    matches,
    ...(matches === 0 && { branches: errors }),
  });
}
