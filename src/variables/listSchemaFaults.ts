import { isJsonObject } from '../domain/json.js';
import { evaluate } from './evaluate/evaluate.js';
import { getKeyword, isUncheckable } from './schemaParts.js';
import type { ReadSchema } from './schema/readSchema.js';
import type { SchemaNode } from './schema/schemaNode.js';

/**
 * What a schema's author should mend. `default`: a default that its own schema refuses; `detail` is the
 * violated keyword. `unchecked`: a pattern with back references, which no form checks. The others make
 * their place unusable.
 */
export interface SchemaFault {
  readonly reason:
    | 'notSchema'
    | 'keyword'
    | 'reference'
    | 'loop'
    | 'pattern'
    | 'tooComplex'
    | 'default'
    | 'unchecked';
  /** JSON Pointer into the schema. */
  readonly at: string;
  readonly detail: string;
}

/** Lists what a schema's author should mend, in no order. */
export function listSchemaFaults(read: ReadSchema): readonly SchemaFault[] {
  return [
    ...read.problems,
    ...read.nodes.filter(isUncheckable).map(({ at, string }): SchemaFault => {
      return { reason: 'unchecked', at, detail: string?.pattern?.source ?? '' };
    }),
    ...read.nodes.flatMap((node) => findRefusedDefault(read, node) ?? []),
  ];
}

function findRefusedDefault(read: ReadSchema, node: SchemaNode): SchemaFault | undefined {
  const value = getKeyword(node, 'default');
  if (value === undefined) return undefined;
  const { errors } = evaluate(read, value, { node });
  // The form completes a group that a default leaves incomplete.
  const refused = errors.find(({ keyword }) => keyword !== 'required' || !isJsonObject(value));
  return refused && { reason: 'default', at: node.at, detail: refused.keyword };
}
