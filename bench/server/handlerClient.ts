import { exampleIds } from '../../src/emulator.js';
import { createOnboardingHandler } from '../../src/server.js';
import type { Person } from '../../test/support/manyPeople.js';
import { toChoice, variables } from './rival.js';
import type { BenchPlatform } from './startPlatform.js';

const { shopifyOrders } = exampleIds.environments;
const origin = 'https://app.fernway.example';
const environmentPath = `/integrations/${shopifyOrders}`;
const templateId = exampleIds.templates.shopifyOrders.shopify;

/** Every route of the handler, as a browser asks for it. */
export interface HandlerClient {
  listIntegrations(person: Person): Promise<void>;
  getIntegration(person: Person): Promise<void>;
  listConnections(person: Person): Promise<void>;
  listActivations(person: Person): Promise<void>;
  activate(person: Person): Promise<string>;
  updateVariables(person: Person, activationId: string): Promise<void>;
  deactivate(person: Person, activationId: string): Promise<void>;
}

export function createHandlerClient({ baseUrl }: BenchPlatform): HandlerClient {
  const handler = createOnboardingHandler({
    basePath: '/api',
    platform: {
      organisationId: exampleIds.organisation,
      auth: { type: 'apiKey', apiKey: exampleIds.apiKey },
      baseUrl,
    },
    integrations: [{ projectId: exampleIds.projects.shopifyOrders, environmentId: shopifyOrders }],
    identify: ({ headers }) => ({ externalId: headers.get('X-User') ?? '' }),
  });

  async function call(
    { externalId }: Person,
    path: string,
    method = 'GET',
    body?: object,
  ): Promise<string> {
    const response = await handler(
      new Request(`${origin}/api${path}`, {
        method,
        headers: {
          'X-User': externalId,
          Origin: origin,
          ...(method === 'POST' && { 'Idempotency-Key': crypto.randomUUID() }),
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text;
  }

  const read = async (person: Person, path: string): Promise<void> => {
    JSON.parse(await call(person, path));
  };
  const activations = `${environmentPath}/activations`;

  return {
    listIntegrations: (person) => read(person, '/integrations'),
    getIntegration: (person) => read(person, environmentPath),
    listConnections: (person) =>
      read(person, `${environmentPath}/templates/${templateId}/connections`),
    listActivations: (person) => read(person, activations),
    async activate(person) {
      const body = { connections: toChoice(person), dynamicVariables: variables };
      return (JSON.parse(await call(person, activations, 'POST', body)) as { id: string }).id;
    },
    async updateVariables(person, id) {
      JSON.parse(await call(person, `${activations}/${id}/variables`, 'PATCH', { variables }));
    },
    async deactivate(person, id) {
      await call(person, `${activations}/${id}`, 'DELETE');
    },
  };
}
