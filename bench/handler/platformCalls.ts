import { exampleIds } from '../../src/emulator.js';
import type { Person } from '../../test/support/manyPeople.js';
import type { BenchPlatform } from './startPlatform.js';

const { shopifyOrders } = exampleIds.environments;
const { shopify, netsuite } = exampleIds.templates.shopifyOrders;

export const variables: Readonly<Record<string, unknown>> = {
  warehouseCode: 'LDN-2',
  orderStatus: 'paid',
  batchSize: 10,
};

export const toChoice = (person: Person): object[] => [
  { connectionTemplateId: shopify, existingConnectionId: person.shopify },
  { connectionTemplateId: netsuite, existingConnectionId: person.netsuite },
];

export const projectPath: string = `/projects/${exampleIds.projects.shopifyOrders}`;
export const templatesPath: string = `${projectPath}/connection-templates?env_id=${shopifyOrders}`;

export const toConnectionsPath = (person: Person, systemId: string, first: number): string =>
  `/connections?system_id=${systemId}&end_user_id=${person.id}&first=${first}`;

export const toActivationsPath = ({ externalId }: Person): string =>
  `/environment/${shopifyOrders}/users/${externalId}/activations`;

export const toActivationPath = (id: string): string =>
  `/environments/${shopifyOrders}/activations/${id}`;

export const toVariablesPath = (id: string): string => `${toActivationPath(id)}/variables`;

export const toActivationBody = (person: Person): object => ({
  userId: person.externalId,
  environmentId: shopifyOrders,
  connections: toChoice(person),
  dynamicVariables: variables,
});

/** One call of the platform, to the last byte of its answer; `null` where that is empty. */
export type PlatformCall = (path: string, method?: string, body?: object) => Promise<unknown>;

export function createPlatformCall({ baseUrl }: BenchPlatform): PlatformCall {
  const root = `${baseUrl}/o/${exampleIds.organisation}`;
  return async (path, method = 'GET', body) => {
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
    return text === '' ? null : (JSON.parse(text) as unknown);
  };
}

export const readId = (activation: unknown): string => (activation as { readonly id: string }).id;

export async function ignore(answer: Promise<unknown>): Promise<void> {
  await answer;
}
