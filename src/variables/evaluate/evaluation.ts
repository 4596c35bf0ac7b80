import type { JsonValue } from '../../domain/json.js';
import type { Allowance } from '../allowance.js';
import type { SchemaNode, SchemaResource } from '../schema/schemaNode.js';
import type { SchemaProblem } from '../schema/schemaProblem.js';

/** What is wrong with one place of a value. */
export interface SchemaError extends SchemaErrorDetails {
  /** JSON Pointer into the value; of a missing property, the place where it would stand. */
  readonly path: string;
  /**
   * The violated keyword; of a schema `false`, the keyword that it stands under (`false` at the root);
   * `schema` where the schema cannot be used, see `problem`.
   */
  readonly keyword: string;
  /** The schema in which the keyword stands; of `false` and of `schema`, that schema itself. */
  readonly node: SchemaNode;
}

export interface SchemaErrorDetails {
  /** The value of the keyword, in the normal form. */
  readonly argument?: JsonValue | undefined;
  /** Of `anyOf` and `oneOf` that nothing matches: the errors of each branch. */
  readonly branches?: readonly (readonly SchemaError[])[];
  /** Of `oneOf`: how many branches match. */
  readonly matches?: number;
  /** A pattern could not be searched for within the allowance; one that is not linear lets all through. */
  readonly isTooLong?: true;
  readonly problem?: SchemaProblem;
}

/** The resources that the evaluation has entered, innermost first. */
export interface DynamicScope {
  readonly resource: SchemaResource;
  readonly outer: DynamicScope | undefined;
}

/** A place of the value, as one schema with all that applies in place of it sees it. */
export interface Frame {
  readonly value: JsonValue;
  /** JSON Pointer. */
  readonly path: string;
  /** The schemas under way here: one of them again is a loop. */
  readonly active: SchemaNode[];
  scope: DynamicScope | undefined;
  /**
   * Names and indexes that a schema was applied to, in order. Schemas that fail in a choice take
   * theirs off again.
   */
  readonly evaluated: (string | number)[];
}

/** What the keywords evaluate with. Every function answers whether the value is valid. */
export interface Evaluator {
  readonly allowance: Allowance;
  readonly patternAllowance: Allowance;
  /** Whether `Frame.evaluated` is of use to any schema. */
  readonly tracksEvaluated: boolean;
  /** Whether one failure is as good as many now. */
  readonly stopsAtFirst: () => boolean;
  /** Applies a schema in place; `through`: the keyword that it stands under. */
  readonly apply: (node: SchemaNode, frame: Frame, through: string) => boolean;
  /** Applies a schema to a member of the place's value. */
  readonly applyInner: (
    node: SchemaNode,
    frame: Frame,
    step: string | number,
    value: JsonValue,
    through: string,
  ) => boolean;
  /**
   * Runs without reporting errors, but for problems of the schema. What applied and was evaluated is kept
   * where the outcome is valid, unless it is discarded.
   */
  readonly test: (frame: Frame, run: () => boolean, outcome?: 'discard') => boolean;
  /** Runs and answers with the errors in place of reporting them; `null`: valid. */
  readonly attempt: (frame: Frame, run: () => boolean) => readonly SchemaError[] | null;
  /** Reports errors that an attempt answered with. Always false. */
  readonly report: (errors: readonly SchemaError[]) => boolean;
  /** Reports an error at the place, or at `path`. Always false. */
  readonly fail: (
    node: SchemaNode,
    frame: Frame,
    keyword: string,
    argument?: JsonValue,
    details?: SchemaErrorDetails & { readonly path?: string },
  ) => boolean;
}

/** The keywords of one concern: whether the value is valid under them. */
export type EvaluateKeywords = (node: SchemaNode, frame: Frame, evaluator: Evaluator) => boolean;
