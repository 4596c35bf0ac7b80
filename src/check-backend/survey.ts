import type { Integration } from '../domain/integration.js';
import {
  parseActivations,
  parseConnections,
  parseIntegration,
  parseIntegrations,
} from '../wire/answers.js';
import type { ConnectionTemplate } from '../domain/template.js';
import type { Connection } from '../domain/connection.js';
import type { Page } from '../domain/page.js';
import { type Probe, type Reply, toAsking } from './probe.js';

/** A template whose connection the user chooses. */
export interface Place {
  readonly environmentId: string;
  readonly template: ConnectionTemplate;
  readonly reply: Reply;
  /** Its first page; empty where the answer cannot be read. */
  readonly page: Page<Connection>;
}

/** What this user finds at the backend: the things to try the checks on. */
export interface Survey {
  readonly list: Reply;
  /** The answer for each integration that is listed, and what it says where it can be read. */
  readonly integrations: readonly { readonly reply: Reply; readonly value: Integration | null }[];
  /** The environment to try things on: one that has something to choose, where there is any. */
  readonly environmentId: string | null;
  readonly places: readonly Place[];
  readonly managed: readonly Pick<Place, 'environmentId' | 'template'>[];
  /** The user's activations of each integration, by environment. */
  readonly activations: readonly { readonly environmentId: string; readonly reply: Reply }[];
}

/** So many integrations tell enough; a host may have hundreds. */
const mostIntegrations = 8;

/** Reads everything once; nothing that is wrong with an answer stops it. */
export async function makeSurvey(probe: Probe): Promise<Survey> {
  const list = await probe.ask(toAsking('listIntegrations'));
  const listed = parseIntegrations(list.body);
  const ids = listed.ok ? listed.value.items.map(({ environmentId }) => environmentId) : [];
  const integrations: { reply: Reply; value: Integration | null }[] = [];
  const activations: { environmentId: string; reply: Reply }[] = [];
  const places: Place[] = [];
  const managed: Pick<Place, 'environmentId' | 'template'>[] = [];
  for (const environmentId of ids.filter(canStandInUrl).slice(0, mostIntegrations)) {
    const reply = await probe.ask(toAsking('getIntegration', { environmentId }));
    const parsed = parseIntegration(reply.body);
    integrations.push({ reply, value: parsed.ok ? parsed.value : null });
    const own = await probe.ask(toAsking('listActivations', { environmentId }));
    activations.push({ environmentId, reply: own });
    for (const template of parsed.ok ? parsed.value.connectionTemplates : []) {
      if (template.managed) managed.push({ environmentId, template });
      else if (canStandInUrl(template.id)) {
        places.push(await readPlace(probe, environmentId, template));
      }
    }
  }
  const environmentId = places[0]?.environmentId ?? activations[0]?.environmentId ?? null;
  return { list, integrations, environmentId, places, managed, activations };
}

/** The ids of the user's activations; `null` where the answer cannot be read. */
export function readActivationIds(reply: Reply): readonly string[] | null {
  const parsed = parseActivations(reply.body);
  return parsed.ok ? parsed.value.items.map(({ id }) => id) : null;
}

async function readPlace(
  probe: Probe,
  environmentId: string,
  template: ConnectionTemplate,
): Promise<Place> {
  const parameters = { environmentId, connectionTemplateId: template.id };
  const reply = await probe.ask(toAsking('listConnections', parameters));
  const parsed = parseConnections(reply.body);
  return { environmentId, template, reply, page: parsed.ok ? parsed.value : { items: [] } };
}

function canStandInUrl(id: string): boolean {
  return id !== '' && id !== '.' && id !== '..';
}
