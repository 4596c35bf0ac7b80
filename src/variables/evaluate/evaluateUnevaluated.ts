import { isJsonArray, isJsonObject, type JsonValue } from '../../domain/json.js';
import type { SchemaNode } from '../schema/schemaNode.js';
import type { Evaluator, Frame } from './evaluation.js';

/**
 * `unevaluatedProperties` and `unevaluatedItems`: for what no other keyword of the schema was applied to,
 * which began its evaluation when `from` entries were in the frame's log.
 */
export function evaluateUnevaluated(
  node: SchemaNode,
  frame: Frame,
  evaluator: Evaluator,
  from: number,
): boolean {
  const { value } = frame;
  const { unevaluatedItems } = node.array ?? {};
  const { unevaluatedProperties } = node.object ?? {};
  if (unevaluatedItems !== undefined && isJsonArray(value)) {
    return applyToRest(
      unevaluatedItems,
      'unevaluatedItems',
      value.entries(),
      frame,
      evaluator,
      from,
    );
  }
  if (unevaluatedProperties !== undefined && isJsonObject(value)) {
    const members = Object.entries(value);
    return applyToRest(
      unevaluatedProperties,
      'unevaluatedProperties',
      members,
      frame,
      evaluator,
      from,
    );
  }
  return true;
}

function applyToRest(
  node: SchemaNode,
  keyword: string,
  members: Iterable<readonly [string | number, JsonValue]>,
  frame: Frame,
  { allowance, applyInner, stopsAtFirst }: Evaluator,
  from: number,
): boolean {
  const evaluated = new Set(frame.evaluated.slice(from));
  allowance.spend(evaluated.size >> 4);
  let isValid = true;
  for (const [step, member] of members) {
    if (evaluated.has(step)) continue;
    isValid = applyInner(node, frame, step, member, keyword) && isValid;
    if (!isValid && stopsAtFirst()) return false;
    frame.evaluated.push(step);
  }
  return isValid;
}
