import type { Integration } from '../domain/integration.js';
import { isJsonObject, type JsonSchema } from '../domain/json.js';
import type { ConnectionTemplate } from '../domain/template.js';

/** One screen of the flow; `id` is stable across reloads. */
export type Step =
  | { readonly kind: 'template'; readonly id: string; readonly template: ConnectionTemplate }
  | { readonly kind: 'variables'; readonly id: 'variables' }
  | { readonly kind: 'review'; readonly id: 'review' };

/**
 * Keywords that ask for no variable, such as those that the platform writes into an empty schema.
 */
const SILENT_KEYWORDS = new Set([
  ...['$schema', '$id', '$comment', '$defs', 'definitions', 'title', 'description', 'type'],
  ...['additionalProperties', 'properties', 'required'],
]);

/**
 * The steps of an integration: one for each connection template that is not managed, in the
 * platform's order, then `variables` where the schema has any, then `review`.
 */
export function toSteps(integration: Integration): readonly Step[] {
  const steps: Step[] = integration.connectionTemplates
    .filter((template) => !template.managed)
    .map((template) => ({ kind: 'template', id: `template:${template.id}`, template }));
  if (hasVariables(integration.variablesSchema)) steps.push({ kind: 'variables', id: 'variables' });
  steps.push({ kind: 'review', id: 'review' });
  return steps;
}

/**
 * Whether a schema asks the user for anything. `true` and `{}` do not. `false`, which refuses every
 * value, does: the form says so.
 */
export function hasVariables(schema: JsonSchema | null): boolean {
  if (schema === null || schema === true) return false;
  if (schema === false) return true;
  const { properties, required, additionalProperties } = schema;
  if (Object.keys(schema).some((keyword) => !SILENT_KEYWORDS.has(keyword))) return true;
  const named = properties !== undefined && !isEmptyObject(properties);
  const needed = Array.isArray(required) && required.length > 0;
  const open = isJsonObject(additionalProperties);
  const misplaced = schema['type'] !== undefined && schema['type'] !== 'object';
  return named || needed || open || misplaced;
}

function isEmptyObject(value: unknown): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}
