import { exampleIds } from '../../src/emulator.js';
import type { HostRequest } from '../support/host.js';

export const environmentPath = (key: keyof typeof exampleIds.environments): string =>
  `/integrations/${exampleIds.environments[key]}`;

/** Amelia's connections for "Shopify orders" are two pages of one; templates in the platform's order. */
export const shopifyConnectionsPath: string = `${environmentPath('shopifyOrders')}/templates/${exampleIds.templates.shopifyOrders.shopify}/connections`;
export const slackActivationsPath: string = `${environmentPath('slackAlerts')}/activations`;

export const slackChoice: { connectionTemplateId: string; existingConnectionId: string } = {
  connectionTemplateId: exampleIds.templates.slackAlerts.slack,
  existingConnectionId: exampleIds.connections.ameliaSlack,
};

/** What Amelia sends to activate "Slack alerts", which declares no variables. */
export function activateSlack(idempotencyKey: string = crypto.randomUUID()): HostRequest {
  return {
    method: 'POST',
    headers: { 'Idempotency-Key': idempotencyKey },
    body: { connections: [slackChoice], dynamicVariables: {} },
  };
}

export const shopifyVariables: Record<string, unknown> = {
  warehouseCode: 'LDN-2',
  orderStatus: 'paid',
  batchSize: 10,
};

/** What Amelia sends to activate "Shopify orders". */
export function activateShopify(
  variables: object = shopifyVariables,
  idempotencyKey: string = crypto.randomUUID(),
): HostRequest {
  const { shopify, netsuite } = exampleIds.templates.shopifyOrders;
  return {
    method: 'POST',
    headers: { 'Idempotency-Key': idempotencyKey },
    body: {
      connections: [
        {
          connectionTemplateId: shopify,
          existingConnectionId: exampleIds.connections.ameliaShopifyUk,
        },
        {
          connectionTemplateId: netsuite,
          existingConnectionId: exampleIds.connections.ameliaNetsuiteMain,
        },
      ],
      dynamicVariables: variables,
    },
  };
}

/** A well-formed id that nothing has. */
export const madeUpId = '01JEXAMP1E000000ZZZ0000099';

/** What an answer says, headers too, for comparing answers to the byte. */
export async function readAll(response: Response): Promise<string> {
  return JSON.stringify([response.status, [...response.headers], await response.text()]);
}

export async function readProblem(
  response: Response,
): Promise<{ code?: unknown; detail?: unknown; fields?: unknown; outcomeUnknown?: unknown }> {
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null ? body : {};
}
