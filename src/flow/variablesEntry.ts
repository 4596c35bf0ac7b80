import { isSameJson, type JsonObject, type JsonValue } from '../domain/json.js';
import { parseVariableInput } from '../variables/parseVariableInput.js';
import { withoutSecretInput, type VariableInput } from '../variables/variableInput.js';

/** What the user typed into the variables form, as the form keeps it. */
export interface VariablesEntry {
  /** The form's own input, unfinished numbers included; only the form reads it. */
  readonly input: JsonValue;
  /** The same without secrets: all that a draft may keep. */
  readonly draftInput: JsonValue;
  /** The values to send: set once the form found them valid, `null` again with the next change. */
  readonly values: JsonObject | null;
  /** True: `values` contain a secret, so a draft must not keep them. */
  readonly hasSecrets: boolean;
}

/**
 * The entry for an input of `useVariablesForm`, which marks its secrets. An input of another shape
 * marks none, so a draft keeps nothing of it.
 */
export function toVariablesEntry(input: VariableInput, values: JsonObject | null): VariablesEntry {
  const draftInput = toDraftInput(input);
  // Compared only once it counts: this runs on each key press.
  const hasSecrets = values !== null && !isSameJson(input, draftInput);
  return { input, draftInput, values, hasSecrets };
}

function toDraftInput(input: VariableInput): JsonValue {
  const parsed = parseVariableInput(input);
  return parsed === undefined || parsed.kind === 'secret' ? null : withoutSecretInput(parsed);
}
