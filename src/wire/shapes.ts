import * as v from 'valibot';
import type { Activation } from '../domain/activation.js';
import type { Connection } from '../domain/connection.js';
import type { Integration, IntegrationSummary } from '../domain/integration.js';
import { credentialKinds } from './credentialParser.js';
import { isJsonObject, isJsonValue, type JsonObject, type JsonSchema } from '../domain/json.js';

/**
 * A parser of one kind of value. A status of a newer host falls back to the nearest known one.
 */
type Shape<T> = v.GenericSchema<unknown, T>;

/** Maximum nesting depth of a schema: deeper than values, deeper than any written by hand. */
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

const connectForm = v.object({
  schemes: v.array(
    v.object({
      kind: v.picklist(credentialKinds),
      description: v.exactOptional(v.string()),
    }),
  ),
  baseUrl: v.picklist(['no', 'optional', 'required']),
  baseUrlHint: v.exactOptional(v.string()),
});

const template = v.object({
  id: v.string(),
  name: v.string(),
  domain: v.exactOptional(v.string()),
  authTypes: v.array(v.string()),
  managed: v.boolean(),
  iconUrl: v.exactOptional(v.string()),
  helpUrl: v.exactOptional(v.string()),
  // Absent or unknown to this version: no connection can be made here.
  connect: v.fallback(v.nullable(connectForm), null),
  removable: v.exactOptional(v.literal(true)),
});

export const summaryShape: Shape<IntegrationSummary> = v.object(summaryEntries);

export const integrationShape: Shape<Integration> = v.object({
  ...summaryEntries,
  connectionTemplates: v.array(template),
  variablesSchema,
});

export const connectionShape: Shape<Connection> = v.object({
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

export const activationShape: Shape<Activation> = v.object({
  id: v.string(),
  environmentId: v.string(),
  environmentStatus: v.fallback(
    v.picklist(['running', 'suspended', 'error', 'draft', 'unknown']),
    'unknown',
  ),
  connections: v.array(
    v.object({
      connectionTemplateId: v.exactOptional(v.string()),
      connection: connectionShape,
    }),
  ),
  dynamicVariables: jsonObject,
  secretsSet: v.array(v.string()),
  revision: v.string(),
  webhooks: v.optional(v.array(v.object({ label: v.string(), url: v.string() })), []),
});
