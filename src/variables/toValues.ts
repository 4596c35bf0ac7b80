import type { JsonSchema, JsonValue } from '../domain/json.js';
import { resolveVariables } from './resolveVariables.js';
import { readSchema } from './schema/readSchema.js';
import type { VariableInput } from './variableInput.js';

/**
 * What an input stands for, as it is sent: types are the schema's, and what was left alone is absent.
 * What could not be read (`12a` for a number) stands in it as typed, and is invalid.
 */
export function toValues(schema: JsonSchema, input: VariableInput): JsonValue {
  return resolveVariables(readSchema(schema), { input }).values ?? {};
}
