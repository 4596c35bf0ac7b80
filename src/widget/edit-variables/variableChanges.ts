import type { Activation } from '../../domain/activation.js';
import {
  fromEntries,
  getOwn,
  isSameJson,
  type JsonObject,
  type JsonSchema,
} from '../../domain/json.js';
import { parsePointer } from '../../domain/pointer.js';
import { isKnownName, listRequiredNames, toRootNode } from '../../variables/valueSchema.js';

/** What a form's values change of an activation. */
export interface VariableChanges {
  /** The top-level variables to send: those that differ, and no others. */
  readonly set: JsonObject;
  /** Names that have a value and were left empty: the platform cannot take a value out. */
  readonly unset: readonly string[];
}

/**
 * Compares what is stored with what was typed. A secret that was left alone is in neither, so it is
 * no change; one that was typed is.
 */
export function toVariableChanges(
  schema: JsonSchema | null,
  { dynamicVariables: stored }: Activation,
  values: JsonObject,
): VariableChanges {
  const root = toRootNode(schema);
  return {
    set: fromEntries(diff(stored, values).map((name) => [name, getOwn(values, name) ?? null])),
    unset: Object.keys(stored).filter(
      (name) => !Object.hasOwn(values, name) && isKnownName(root, name),
    ),
  };
}

/** The names whose values are other, or new, in `after`. */
export function diff(before: JsonObject, after: JsonObject): string[] {
  return Object.keys(after).filter((name) => {
    const old = getOwn(before, name);
    const value = getOwn(after, name);
    return value !== undefined && (old === undefined || !isSameJson(old, value));
  });
}

/** How the schema has moved on since an activation was made. */
export interface SchemaDrift {
  /** Required now, and without a value. */
  readonly added: readonly string[];
  /** With a value, and in the schema no longer. */
  readonly removed: readonly string[];
  /** With a value that the schema would let be absent. */
  readonly optional: readonly string[];
}

export function toSchemaDrift(
  schema: JsonSchema | null,
  { dynamicVariables, secretsSet }: Activation,
): SchemaDrift {
  const hidden = secretsSet.map((pointer) => parsePointer(pointer)?.[0] ?? '');
  const stored = new Set([...Object.keys(dynamicVariables), ...hidden]);
  const root = toRootNode(schema);
  const required = listRequiredNames(root);
  const known = [...stored].filter((name) => isKnownName(root, name));
  return {
    added: required.filter((name) => !stored.has(name)),
    removed: [...stored].filter((name) => !known.includes(name)),
    optional: known.filter((name) => !required.includes(name)),
  };
}
