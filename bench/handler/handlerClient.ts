import { exampleIds } from '../../src/emulator.js';
import { createOnboardingHandler, type IdempotencyStore } from '../../src/server.js';
import type { Person } from '../../test/support/manyPeople.js';
import type { BenchClient } from './benchClient.js';
import { readId, toChoice, variables } from './platformCalls.js';
import { unwatched, type Watch } from './samples.js';
import type { BenchPlatform } from './startPlatform.js';

const { shopifyOrders } = exampleIds.environments;
const origin = 'https://app.fernway.example';
const environmentPath = `/integrations/${shopifyOrders}`;
const templateId = exampleIds.templates.shopifyOrders.shopify;

/** The routes as a browser asks the handler for them. */
export function createHandlerClient(
  { baseUrl }: Pick<BenchPlatform, 'baseUrl'>,
  idempotencyStore?: IdempotencyStore,
): BenchClient {
  const handler = createOnboardingHandler({
    basePath: '/api',
    platform: {
      organisationId: exampleIds.organisation,
      auth: { type: 'apiKey', apiKey: exampleIds.apiKey },
      baseUrl,
    },
    integrations: [{ projectId: exampleIds.projects.shopifyOrders, environmentId: shopifyOrders }],
    ...(idempotencyStore && { idempotencyStore }),
    identify: ({ headers }) => ({ externalId: headers.get('X-User') ?? '' }),
  });

  async function call(
    { externalId }: Person,
    path: string,
    { method = 'GET', body, watch = unwatched }: CallOptions,
  ): Promise<unknown> {
    const request = new Request(`${origin}/api${path}`, {
      method,
      headers: {
        'X-User': externalId,
        Origin: origin,
        ...(method === 'POST' && { 'Idempotency-Key': crypto.randomUUID() }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const { ok, status, text } = await watch(async () => {
      const response = await handler(request);
      return { ok: response.ok, status: response.status, text: await response.text() };
    });
    if (!ok) throw new Error(`${method} ${path} answered ${status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  const read = async (person: Person, path: string, watch?: Watch): Promise<void> => {
    await call(person, path, { watch });
  };
  const activations = `${environmentPath}/activations`;

  return {
    listIntegrations: (person, watch) => read(person, '/integrations', watch),
    getIntegration: (person, watch) => read(person, environmentPath, watch),
    listConnections: (person, watch) =>
      read(person, `${environmentPath}/templates/${templateId}/connections`, watch),
    listActivations: (person, watch) => read(person, activations, watch),
    async activate(person, watch) {
      const body = { connections: toChoice(person), dynamicVariables: variables };
      return readId(await call(person, activations, { method: 'POST', body, watch }));
    },
    async updateVariables(person, id, watch) {
      const body = { variables };
      await call(person, `${activations}/${id}/variables`, { method: 'PATCH', body, watch });
    },
    async deactivate(person, id, watch) {
      await call(person, `${activations}/${id}`, { method: 'DELETE', watch });
    },
  };
}

interface CallOptions {
  readonly method?: string;
  readonly body?: object;
  readonly watch?: Watch | undefined;
}
