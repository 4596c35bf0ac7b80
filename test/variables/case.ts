import type { JsonSchema, JsonValue } from '../../src/domain/json.js';

/** The property `a` of a form: what it is asked as, and what comes out of what went in. */
export interface Case {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly field: string;
  readonly required?: true;
  /** What is sent where nothing was typed; absent: nothing. */
  readonly untouched?: JsonValue;
  /** Values that come out as they went in, and are valid. */
  readonly kept?: readonly JsonValue[];
  /** Values that come out as they went in, and are refused. */
  readonly refused?: readonly JsonValue[];
}

/** Recursive: refers to itself at `#/$defs/node`. */
export const node: JsonSchema = {
  type: 'object',
  properties: { v: { type: 'string' }, next: { $ref: '#/$defs/node' } },
};
