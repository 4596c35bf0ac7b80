/**
 * Why a place of a schema cannot be used. `notSchema`: it holds something that is no schema.
 * `keyword`: a keyword has a value that the specification forbids. `reference`: a reference leads
 * nowhere, or to the network. `loop`: a schema refers to itself without end. `pattern`: no regular
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
