import type { JsonSchema, JsonValue } from '../domain/json.js';
import { resolveVariables } from './resolveVariables.js';
import { readSchema } from './schema/readSchema.js';
import { OMITTED, type VariableInput } from './variableInput.js';

/** The input that a form starts with: the values given, then the schema's defaults. */
export function toInput(schema: JsonSchema, values?: JsonValue): VariableInput {
  return resolveVariables(readSchema(schema), { values }).input ?? OMITTED;
}
