/**
 * Why a schema cannot be used. `notSchema`: it is no JSON, or a place that needs a schema holds
 * something else. `keyword`: a keyword has a value that the specification forbids. `reference`: a
 * `$ref` leads nowhere. `loop`: a schema refers to itself without end. `pattern`: no regular
 * expression. `tooComplex`: it could not be evaluated within bounds.
 */
export type SchemaProblemReason =
  'notSchema' | 'keyword' | 'reference' | 'loop' | 'pattern' | 'tooComplex';

export interface SchemaProblem {
  readonly reason: SchemaProblemReason;
  /** JSON Pointer into the schema. */
  readonly at: string;
  /** The keyword, reference or pattern itself; empty where there is none to name. */
  readonly detail: string;
}
