import * as v from 'valibot';
import type { Activation } from '../domain/activation.js';
import type { Connection } from '../domain/connection.js';
import type { Integration, IntegrationSummary } from '../domain/integration.js';
import { isJsonObject, isJsonValue, type JsonObject, type JsonSchema } from '../domain/json.js';
import type { Page } from '../domain/page.js';
import { toPointer } from '../domain/pointer.js';

/** The outcome of reading an answer; `at` is the JSON Pointer of the first thing that is wrong. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly at: string; readonly reason: string };

/** A schema may nest deeper than values do; past this it is not one that a person wrote. */
const MAX_SCHEMA_DEPTH = 512;

const jsonObject = v.custom<JsonObject>((value) => isJsonObject(value) && isJsonValue(value));

const variablesSchema = v.custom<JsonSchema | null>(
  (value) =>
    value === null ||
    typeof value === 'boolean' ||
    (isJsonObject(value) && isJsonValue(value, MAX_SCHEMA_DEPTH)),
);

const summaryEntries = {
  environmentId: v.string(),
  name: v.string(),
  description: v.exactOptional(v.string()),
  iconUrl: v.exactOptional(v.string()),
  status: v.fallback(v.picklist(['available', 'unavailable', 'error']), 'unavailable'),
  activationCount: v.nullable(v.number()),
  needsAttention: v.nullable(v.boolean()),
};

const template = v.object({
  id: v.string(),
  name: v.string(),
  domain: v.exactOptional(v.string()),
  authTypes: v.array(v.string()),
  managed: v.boolean(),
});

const connection = v.object({
  id: v.string(),
  name: v.string(),
  baseUrl: v.exactOptional(v.string()),
  authTypes: v.array(v.string()),
  createdAt: v.exactOptional(v.string()),
  updatedAt: v.exactOptional(v.string()),
  health: v.object({
    status: v.fallback(
      v.picklist(['ok', 'unchecked', 'expiring', 'expired', 'failing']),
      'unchecked',
    ),
    expiresAt: v.exactOptional(v.string()),
  }),
});

const activation = v.object({
  id: v.string(),
  environmentId: v.string(),
  environmentStatus: v.fallback(
    v.picklist(['running', 'suspended', 'error', 'draft', 'unknown']),
    'unknown',
  ),
  connections: v.array(v.object({ connectionTemplateId: v.exactOptional(v.string()), connection })),
  dynamicVariables: jsonObject,
  secretsSet: v.array(v.string()),
  revision: v.string(),
});

const integrations = v.object({ items: v.array(v.object(summaryEntries)) });
const integration = v.object({
  ...summaryEntries,
  connectionTemplates: v.array(template),
  variablesSchema,
});
const connections = v.object({
  items: v.array(connection),
  totalCount: v.exactOptional(v.number()),
  next: v.exactOptional(v.string()),
  incomplete: v.exactOptional(v.literal(true)),
});
const activations = v.object({ items: v.array(activation) });

/** Answer of `GET /integrations`. */
export function parseIntegrations(body: unknown): Parsed<{ items: IntegrationSummary[] }> {
  return parse(integrations, body);
}

/** Answer of `GET /integrations/{environmentId}`. */
export function parseIntegration(body: unknown): Parsed<Integration> {
  return parse(integration, body);
}

/** Answer of `GET …/templates/{connectionTemplateId}/connections`. */
export function parseConnections(body: unknown): Parsed<Page<Connection>> {
  return parse(connections, body);
}

/** Answer of `GET …/activations`. */
export function parseActivations(body: unknown): Parsed<{ items: Activation[] }> {
  return parse(activations, body);
}

/** Answer of `POST …/activations` and of `PATCH …/variables`. */
export function parseActivation(body: unknown): Parsed<Activation> {
  return parse(activation, body);
}

function parse<T>(shape: v.GenericSchema<unknown, T>, body: unknown): Parsed<T> {
  const result = v.safeParse(shape, body, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  const path = (issue.path ?? []).map((item) => String(item.key));
  return { ok: false, at: toPointer(path), reason: issue.message };
}
