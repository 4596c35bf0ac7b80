import type { Integration } from '../domain/integration.js';
import { hostApi } from '../wire/hostApi.js';
import type { ConnectionTemplate } from '../domain/template.js';
import type { Connection } from '../domain/connection.js';
import type { Page } from '../domain/page.js';
import { type Probe, type Reply, toRequest } from './probe.js';

/** A template whose connection the user chooses. */
export interface ChoosableTemplate {
  readonly environmentId: string;
  readonly template: ConnectionTemplate;
  readonly reply: Reply;
  /** Its first page; empty if the answer cannot be parsed. */
  readonly page: Page<Connection>;
}

/** The user's integrations, templates and activations, read once for all checks. */
export interface Discovery {
  readonly list: Reply;
  /** The reply for each listed integration, with its parsed value; `null` if it cannot be parsed. */
  readonly integrations: readonly { readonly reply: Reply; readonly value: Integration | null }[];
  /** The environment that checks use: the first with a template to choose for, else the first. */
  readonly environmentId: string | null;
  readonly choosable: readonly ChoosableTemplate[];
  readonly managed: readonly Pick<ChoosableTemplate, 'environmentId' | 'template'>[];
  /** The user's activations of each integration, by environment. */
  readonly activations: readonly { readonly environmentId: string; readonly reply: Reply }[];
}

/** Limits the requests of a run; a host may have hundreds of integrations. */
const mostIntegrations = 8;

/** Reads everything once. Never fails on a malformed answer. */
export async function discover(probe: Probe): Promise<Discovery> {
  const list = await probe.send(toRequest(hostApi.listIntegrations, {}));
  const listed = hostApi.listIntegrations.parseAnswer(list.body);
  const ids = listed.ok ? listed.value.items.map(({ environmentId }) => environmentId) : [];
  const integrations: { reply: Reply; value: Integration | null }[] = [];
  const activations: { environmentId: string; reply: Reply }[] = [];
  const choosable: ChoosableTemplate[] = [];
  const managed: Pick<ChoosableTemplate, 'environmentId' | 'template'>[] = [];
  for (const environmentId of ids.filter(canStandInUrl).slice(0, mostIntegrations)) {
    const reply = await probe.send(toRequest(hostApi.getIntegration, { environmentId }));
    const parsed = hostApi.getIntegration.parseAnswer(reply.body);
    integrations.push({ reply, value: parsed.ok ? parsed.value : null });
    const own = await probe.send(toRequest(hostApi.listActivations, { environmentId }));
    activations.push({ environmentId, reply: own });
    for (const template of parsed.ok ? parsed.value.connectionTemplates : []) {
      if (template.managed) managed.push({ environmentId, template });
      else if (canStandInUrl(template.id)) {
        choosable.push(await readTemplate(probe, environmentId, template));
      }
    }
  }
  const environmentId = choosable[0]?.environmentId ?? activations[0]?.environmentId ?? null;
  return { list, integrations, environmentId, choosable, managed, activations };
}

/** The ids of all of the user's activations; `null` if the answer lists some alone, or is malformed. */
export function readActivationIds(reply: Reply): readonly string[] | null {
  const parsed = hostApi.listActivations.parseAnswer(reply.body);
  const isWhole = parsed.ok && parsed.value.incomplete === undefined;
  return isWhole ? parsed.value.items.map(({ id }) => id) : null;
}

async function readTemplate(
  probe: Probe,
  environmentId: string,
  template: ConnectionTemplate,
): Promise<ChoosableTemplate> {
  const parameters = { environmentId, connectionTemplateId: template.id };
  const reply = await probe.send(toRequest(hostApi.listConnections, parameters));
  const parsed = hostApi.listConnections.parseAnswer(reply.body);
  return { environmentId, template, reply, page: parsed.ok ? parsed.value : { items: [] } };
}

function canStandInUrl(id: string): boolean {
  return id !== '' && id !== '.' && id !== '..';
}
