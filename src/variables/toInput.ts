import type { JsonSchema, JsonValue } from '../domain/json.js';
import { resolveVariables } from './resolveVariables.js';
import { toSchemaDocument } from './schemaDocument.js';
import { OMITTED, type VariableInput } from './variableInput.js';

/** The input that a form starts with: the values given, then the schema's defaults. */
export function toInput(schema: JsonSchema, values?: JsonValue): VariableInput {
  return resolveVariables(toSchemaDocument(schema), { values }).input ?? OMITTED;
}
