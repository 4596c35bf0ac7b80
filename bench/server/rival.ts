import { exampleIds } from '../../src/emulator.js';
import type { Person } from '../../test/support/manyPeople.js';
import type { BenchPlatform } from './startPlatform.js';

const { shopifyOrders } = exampleIds.environments;
const { shopify, netsuite } = exampleIds.templates.shopifyOrders;
const { systems, organisation } = exampleIds;

export const variables: Record<string, unknown> = {
  warehouseCode: 'LDN-2',
  orderStatus: 'paid',
  batchSize: 10,
};

export const toChoice = (person: Person): object[] => [
  { connectionTemplateId: shopify, existingConnectionId: person.shopify },
  { connectionTemplateId: netsuite, existingConnectionId: person.netsuite },
];

/** What a script without any of the handler's care does: the same calls of the platform, no checks. */
export interface Rival {
  getProject(): Promise<void>;
  listTemplates(): Promise<void>;
  listConnections(person: Person): Promise<void>;
  listActivations(person: Person): Promise<void>;
  activate(person: Person): Promise<string>;
  updateVariables(person: Person, activationId: string): Promise<void>;
  deactivate(person: Person, activationId: string): Promise<void>;
}

export function createRival({ baseUrl }: BenchPlatform): Rival {
  const root = `${baseUrl}/o/${organisation}`;

  async function call(path: string, method = 'GET', body?: object): Promise<unknown> {
    const response = await fetch(`${root}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${exampleIds.apiKey}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  async function read(path: string): Promise<void> {
    await call(path);
  }

  const listConnections = (person: Person, systemId: string, first: number): Promise<void> =>
    read(`/connections?system_id=${systemId}&end_user_id=${person.id}&first=${first}`);
  const listActivations = ({ externalId }: Person): Promise<void> =>
    read(`/environment/${shopifyOrders}/users/${externalId}/activations`);
  const project = `/projects/${exampleIds.projects.shopifyOrders}`;

  return {
    getProject: () => read(project),
    listTemplates: () => read(`${project}/connection-templates?env_id=${shopifyOrders}`),
    listConnections: (person) => listConnections(person, systems.shopify, 20),
    listActivations,
    async activate(person) {
      await Promise.all([
        listConnections(person, systems.shopify, 100),
        listConnections(person, systems.netsuite, 100),
      ]);
      await listActivations(person);
      const activation = await call('/activations', 'POST', {
        userId: person.externalId,
        environmentId: shopifyOrders,
        connections: toChoice(person),
        dynamicVariables: variables,
      });
      return (activation as { id: string }).id;
    },
    async updateVariables(person, activationId) {
      await listActivations(person);
      const path = `/environments/${shopifyOrders}/activations/${activationId}/variables`;
      await call(path, 'PATCH', variables);
      await listActivations(person);
    },
    async deactivate(person, activationId) {
      await listActivations(person);
      await call(`/environments/${shopifyOrders}/activations/${activationId}`, 'DELETE');
    },
  };
}
