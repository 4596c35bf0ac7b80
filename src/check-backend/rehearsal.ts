import type { Integration } from '../domain/integration.js';
import { isUsable } from '../domain/connection.js';
import { isJsonObject, type JsonSchema } from '../domain/json.js';
import type { ActivationBody } from '../wire/bodies.js';
import { IDEMPOTENCY_KEY_HEADER } from '../wire/operations.js';
import { type Asking, type Probe, type Reply, toAsking } from './probe.js';
import { readActivationIds, type Survey } from './survey.js';

/** An activation that can be made, and what has to be ended afterwards. */
export interface Rehearsal {
  readonly environmentId: string;
  /** Sends the activation; one with the same key is a repeat. */
  activate(key: string, variables?: Readonly<Record<string, string>>): Promise<Reply>;
  /** Ids that came since the rehearsal began; `null` where the list cannot be read. */
  listNew(): Promise<readonly string[] | null>;
  /** Ends whatever was made. Gives the ids of what could not be ended. */
  clear(): Promise<readonly string[]>;
}

/** `null`: no integration can be activated without somebody who fills in its variables. */
export function createRehearsal(probe: Probe, survey: Survey): Rehearsal | null {
  for (const { value } of survey.integrations) {
    const body = value === null ? null : toBody(value, survey);
    const own = survey.activations.find((each) => each.environmentId === value?.environmentId);
    const before = own && readActivationIds(own.reply);
    if (body !== null && own !== undefined && before) {
      return startRehearsal(probe, { environmentId: own.environmentId, body, before });
    }
  }
  return null;
}

interface Start {
  readonly environmentId: string;
  readonly body: ActivationBody;
  readonly before: readonly string[];
}

function startRehearsal(probe: Probe, { environmentId, body, before }: Start): Rehearsal {
  async function listNew(): Promise<readonly string[] | null> {
    const ids = readActivationIds(await probe.ask(toAsking('listActivations', { environmentId })));
    return ids?.filter((id) => !before.includes(id)) ?? null;
  }

  return {
    environmentId,
    listNew,
    activate: (key, dynamicVariables = {}) => {
      const asking: Asking = {
        ...toAsking('activate', { environmentId }),
        headers: { [IDEMPOTENCY_KEY_HEADER]: key },
        body: { ...body, dynamicVariables },
      };
      return probe.ask(asking);
    },
    async clear() {
      for (const activationId of (await listNew()) ?? []) {
        await probe.ask(toAsking('deactivate', { environmentId, activationId }));
      }
      return (await listNew()) ?? [];
    },
  };
}

/** The first connection that works for each template; `null` where one is missing. */
function toBody(
  { environmentId, status, connectionTemplates, variablesSchema }: Integration,
  { places }: Survey,
): ActivationBody | null {
  if (status !== 'available' || needsVariables(variablesSchema)) return null;
  const connections: { connectionTemplateId: string; existingConnectionId: string }[] = [];
  for (const { id, managed } of connectionTemplates) {
    if (managed) continue;
    const place = places.find(
      (each) => each.environmentId === environmentId && each.template.id === id,
    );
    const usable = place?.page.items.find(isUsable);
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
