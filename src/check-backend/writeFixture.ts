import type { Integration } from '../domain/integration.js';
import { isUsable } from '../domain/connection.js';
import { isJsonObject, type JsonSchema } from '../domain/json.js';
import { IDEMPOTENCY_KEY_HEADER } from '../wire/call.js';
import type { ActivateBody } from '../wire/calls/activate.js';
import { hostApi } from '../wire/hostApi.js';
import { type ProbeRequest, type Probe, type Reply, toRequest } from './probe.js';
import { readActivationIds, type Discovery } from './discovery.js';

/** Makes activations for the checks and ends them afterwards. */
export interface WriteFixture {
  readonly environmentId: string;
  /** Sends the activation; the same key makes it a replay. */
  activate(key: string, variables?: Readonly<Record<string, string>>): Promise<Reply>;
  /** Ids of the activations made since the fixture was created; `null` where the list cannot be read. */
  listNew(): Promise<readonly string[] | null>;
  /** Ends every activation that was made. Returns the ids of those that could not be ended. */
  clear(): Promise<readonly string[]>;
}

/** `null`: every integration requires variables, or lacks a usable connection. */
export function createWriteFixture(probe: Probe, discovery: Discovery): WriteFixture | null {
  for (const { value } of discovery.integrations) {
    const body = value === null ? null : toBody(value, discovery);
    const own = discovery.activations.find((each) => each.environmentId === value?.environmentId);
    const before = own && readActivationIds(own.reply);
    if (body !== null && own !== undefined && before) {
      return startWriteFixture(probe, { environmentId: own.environmentId, body, before });
    }
  }
  return null;
}

interface Start {
  readonly environmentId: string;
  readonly body: ActivateBody;
  readonly before: readonly string[];
}

function startWriteFixture(probe: Probe, { environmentId, body, before }: Start): WriteFixture {
  async function listNew(): Promise<readonly string[] | null> {
    const ids = readActivationIds(
      await probe.send(toRequest(hostApi.listActivations, { environmentId })),
    );
    return ids?.filter((id) => !before.includes(id)) ?? null;
  }

  return {
    environmentId,
    listNew,
    activate: (key, dynamicVariables = {}) => {
      const request: ProbeRequest = {
        ...toRequest(hostApi.activate, { environmentId }),
        headers: { [IDEMPOTENCY_KEY_HEADER]: key },
        body: { ...body, dynamicVariables },
      };
      return probe.send(request);
    },
    async clear() {
      for (const activationId of (await listNew()) ?? []) {
        await probe.send(toRequest(hostApi.deactivate, { environmentId, activationId }));
      }
      return (await listNew()) ?? [];
    },
  };
}

/** The first usable connection for each template; `null` if one is missing. */
function toBody(
  { environmentId, status, connectionTemplates, variablesSchema }: Integration,
  { choosable }: Discovery,
): ActivateBody | null {
  if (status !== 'available' || needsVariables(variablesSchema)) return null;
  const connections: { connectionTemplateId: string; existingConnectionId: string }[] = [];
  for (const { id, managed } of connectionTemplates) {
    if (managed) continue;
    const choice = choosable.find(
      (each) => each.environmentId === environmentId && each.template.id === id,
    );
    const usable = choice?.page.items.find(isUsable);
    if (usable === undefined) return null;
    connections.push({ connectionTemplateId: id, existingConnectionId: usable.id });
  }
  return { connections, dynamicVariables: {} };
}

function needsVariables(schema: JsonSchema | null): boolean {
  if (!isJsonObject(schema)) return schema === false;
  const { required } = schema;
  return Array.isArray(required) && required.length > 0;
}
