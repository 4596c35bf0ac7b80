import type { JsonValue } from '../../domain/json.js';
import { appendStep } from '../../domain/pointer.js';
import { createAllowance, type Allowance } from '../allowance.js';
import type { ReadSchema } from '../schema/readSchema.js';
import type { SchemaNode } from '../schema/schemaNode.js';
import type { SchemaProblemReason } from '../schema/schemaProblem.js';
import { evaluateArray } from './evaluateArray.js';
import { evaluateBranches } from './evaluateBranches.js';
import { evaluateNumber } from './evaluateNumber.js';
import { evaluateObject } from './evaluateObject.js';
import { evaluateText } from './evaluateText.js';
import { evaluateUnevaluated } from './evaluateUnevaluated.js';
import { evaluateValue } from './evaluateValue.js';
import type { Evaluator, Frame, SchemaError } from './evaluation.js';

export interface Evaluation {
  readonly valid: boolean;
  /**
   * In the order of the schema; an error of a choice stands for those of its branches. Empty where the
   * value is valid, and never where it is not.
   */
  readonly errors: readonly SchemaError[];
  /**
   * By JSON Pointer into the value: the schemas that applied to that place, in order. Of choices the
   * branches that match, of conditions what they lead to.
   */
  readonly applied: ReadonlyMap<string, readonly SchemaNode[]>;
}

export interface EvaluateOptions {
  /** The schema of the read one to evaluate by; default: its root. */
  readonly node?: SchemaNode | undefined;
  /** Shared by evaluations that belong to one answer to the user. Default: `MAX_STEPS`. */
  readonly allowance?: Allowance | undefined;
  /** The same for patterns, whose exhaustion concerns single texts. Default: `MAX_PATTERN_STEPS`. */
  readonly patternAllowance?: Allowance | undefined;
  /** Whether the first error is enough. */
  readonly stopAtFirst?: boolean | undefined;
}

/** A step takes less than a microsecond: this is what a key press may wait for. */
export const MAX_STEPS = 100_000;

export const MAX_PATTERN_STEPS = 300_000;

/** So many schemas within each other; the limit keeps the stack whole. */
const MAX_DEPTH = 1_200;

/** What a branch of a choice costs beside its own keywords: its errors are kept and compared. */
const ATTEMPT_STEPS = 20;

/** How much was noted before something was tried. */
interface Mark {
  readonly applied: number;
  readonly evaluated: number;
}

const KEYWORDS = [
  evaluateValue,
  evaluateText,
  evaluateNumber,
  evaluateObject,
  evaluateArray,
  evaluateBranches,
] as const;

/**
 * Evaluates a value by a schema. Never throws and always ends: where the allowance or the depth is
 * exhausted, the value is invalid and an error says so (`tooComplex`).
 */
export function evaluate(
  { root, hasUnevaluated }: ReadSchema,
  value: JsonValue,
  {
    node: start = root,
    allowance = createAllowance(MAX_STEPS),
    patternAllowance = createAllowance(MAX_PATTERN_STEPS),
    stopAtFirst = false,
  }: EvaluateOptions = {},
): Evaluation {
  const errors: SchemaError[] = [];
  const applied: (readonly [path: string, node: SchemaNode])[] = [];
  let silent = 0;
  let depth = 0;
  let isExhausted = false;

  function apply(node: SchemaNode, frame: Frame, through: string): boolean {
    if (isExhausted) return false;
    if (!allowance.spend(1) || depth > MAX_DEPTH) {
      isExhausted = true;
      return false;
    }
    const { path, active } = frame;
    const { problem } = node;
    if (problem !== undefined) return report([{ path, keyword: 'schema', node, problem }]);
    if (node.source === false) return fail(node, frame, through);
    if (active.includes(node)) return refuse(node, frame, 'loop');
    applied.push([path, node]);
    const { scope } = frame;
    if (scope?.resource !== node.resource) {
      frame.scope = { resource: node.resource, outer: scope };
    }
    active.push(node);
    depth += 1;
    const isValid = applyKeywords(node, frame);
    depth -= 1;
    active.pop();
    frame.scope = scope;
    return isValid;
  }

  function applyKeywords(node: SchemaNode, frame: Frame): boolean {
    const from = frame.evaluated.length;
    let isValid = true;
    for (const evaluateKeywords of KEYWORDS) {
      isValid = evaluateKeywords(node, frame, evaluator) && isValid;
      if (!isValid && evaluator.stopsAtFirst()) return false;
    }
    return evaluateUnevaluated(node, frame, evaluator, from) && isValid;
  }

  function fail(
    ...[node, frame, keyword, argument, details]: Parameters<Evaluator['fail']>
  ): boolean {
    if (silent === 0) errors.push({ path: frame.path, keyword, node, argument, ...details });
    return false;
  }

  function refuse(node: SchemaNode, { path }: Frame, reason: SchemaProblemReason): boolean {
    return report([
      { path, keyword: 'schema', node, problem: { reason, at: node.at, detail: '' } },
    ]);
  }

  function report(found: readonly SchemaError[]): boolean {
    errors.push(...found);
    return false;
  }

  function mark({ evaluated }: Frame): Mark {
    return { applied: applied.length, evaluated: evaluated.length };
  }

  function restore({ evaluated }: Frame, before: Mark): void {
    if (applied.length > before.applied) applied.length = before.applied;
    if (evaluated.length > before.evaluated) evaluated.length = before.evaluated;
  }

  const evaluator: Evaluator = {
    allowance,
    patternAllowance,
    tracksEvaluated: hasUnevaluated,
    stopsAtFirst: () => stopAtFirst || silent > 0,
    apply,
    applyInner: (node, { path, scope }, step, member, through) =>
      apply(node, createFrame(member, appendStep(path, step), scope), through),
    test(frame, run, outcome) {
      const before = mark(frame);
      silent += 1;
      const isValid = run();
      silent -= 1;
      if (!isValid || outcome === 'discard') restore(frame, before);
      return isValid;
    },
    attempt(frame, run) {
      allowance.spend(ATTEMPT_STEPS);
      const before = mark(frame);
      const known = errors.length;
      if (run() && errors.length === known) return null;
      restore(frame, before);
      return errors.length === known ? [] : errors.splice(known);
    },
    report,
    fail,
  };

  const isValid = apply(start, createFrame(value, '', undefined), 'false');
  if (isExhausted) {
    errors.length = 0;
    refuse(start, createFrame(value, '', undefined), 'tooComplex');
  }
  return {
    valid: isValid && errors.length === 0,
    errors,
    applied: groupByPath(applied),
  };
}

function createFrame(value: JsonValue, path: string, scope: Frame['scope']): Frame {
  return { value, path, active: [], scope, evaluated: [] };
}

function groupByPath(
  applied: readonly (readonly [path: string, node: SchemaNode])[],
): ReadonlyMap<string, readonly SchemaNode[]> {
  const groups = new Map<string, SchemaNode[]>();
  for (const [path, node] of applied) {
    const group = groups.get(path);
    if (group === undefined) groups.set(path, [node]);
    else group.push(node);
  }
  return groups;
}
