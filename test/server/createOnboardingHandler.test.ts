import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { hostApi } from '../../src/wire/hostApi.js';
import { createTestHost } from '../support/host.js';

const { environments, templates, connections, activations } = exampleIds;
const key = (): Record<string, string> => ({ 'Idempotency-Key': crypto.randomUUID() });

describe('the host API over the emulated platform', () => {
  it('lists every integration of the host with its state and the activations of the user', async () => {
    const host = createTestHost();
    const response = await host.send('/integrations', { user: 'user-carla' });
    expect(response.status).toBe(200);
    const parsed = hostApi.listIntegrations.parseAnswer(await response.json());
    if (!parsed.ok) throw new Error(parsed.at);
    expect(
      parsed.value.items.map((each) => [each.name, each.status, each.activationCount]),
    ).toEqual([
      ['Shopify orders', 'available', 1],
      ['Slack alerts', 'available', 0],
      ['Warehouse sync', 'available', 0],
      ['HubSpot contacts', 'unavailable', 0],
      ['Xero invoices', 'error', 0],
    ]);
    expect(parsed.value.items[0]?.needsAttention).toBe(true);
    expect(host.violations).toEqual([]);
  });

  it('gives an integration with its templates and its variables schema', async () => {
    const host = createTestHost();
    const response = await host.send(`/integrations/${environments.warehouseSync}`);
    const parsed = hostApi.getIntegration.parseAnswer(await response.json());
    if (!parsed.ok) throw new Error(parsed.at);
    expect(parsed.value.connectionTemplates).toEqual([
      {
        id: templates.warehouseSync.shipbob,
        name: 'ShipBob',
        domain: 'shipbob.com',
        authTypes: ['certificate', 'api-key'],
        managed: false,
        connect: {
          schemes: [
            { kind: 'certificate', description: 'Set up by Fernway' },
            { kind: 'apiKey', description: 'Set up by Fernway' },
          ],
          baseUrl: 'no',
        },
        removable: true,
      },
      expect.objectContaining({ id: templates.warehouseSync.loqate, managed: true }),
      expect.objectContaining({ id: templates.warehouseSync.netsuite, managed: false }),
    ]);
    expect(parsed.value.variablesSchema).toMatchObject({ type: 'object' });
    expect(host.violations).toEqual([]);
  });

  it('lists the connections of the user for a template', async () => {
    const host = createTestHost();
    const ageOf = (id: string): { createdAt?: string; updatedAt?: string } =>
      host.emulator.data.connections.find((each) => each.id === id) ?? {};
    const path = `/integrations/${environments.shopifyOrders}/templates/${templates.shopifyOrders.shopify}/connections`;
    const parsed = hostApi.listConnections.parseAnswer(await (await host.send(path)).json());
    if (!parsed.ok) throw new Error(parsed.at);
    expect(parsed.value).toEqual({
      totalCount: 2,
      items: [
        {
          id: connections.ameliaShopifyUk,
          name: 'Chen & Co – UK store',
          baseUrl: 'https://chen-and-co-uk.myshopify.com',
          authTypes: ['oauth2'],
          createdAt: ageOf(connections.ameliaShopifyUk).createdAt,
          updatedAt: ageOf(connections.ameliaShopifyUk).updatedAt,
          health: { status: 'ok' },
        },
        expect.objectContaining({ id: connections.ameliaShopifyEu }),
      ],
    });
    expect(host.violations).toEqual([]);
  });

  it('activates, lists, edits and ends', async () => {
    const host = createTestHost();
    const path = `/integrations/${environments.warehouseSync}/activations`;
    const variables = {
      warehouseCode: 'LDN-2',
      address: { street: '1 Quay', city: 'Leeds', zip: 'LS1 4AP' },
    };
    const made = await host.send(path, {
      method: 'POST',
      headers: key(),
      body: {
        connections: [
          {
            connectionTemplateId: templates.warehouseSync.netsuite,
            existingConnectionId: connections.ameliaNetsuiteTwin,
          },
          {
            connectionTemplateId: templates.warehouseSync.shipbob,
            existingConnectionId: connections.ameliaShipbobLeeds,
          },
        ],
        dynamicVariables: variables,
      },
    });
    expect(made.status).toBe(201);
    const activation = hostApi.activate.parseAnswer(await made.json());
    if (!activation.ok) throw new Error(activation.at);
    const { id, revision } = activation.value;
    expect(activation.value).toMatchObject({
      environmentId: environments.warehouseSync,
      environmentStatus: 'running',
      dynamicVariables: variables,
      secretsSet: [],
    });
    expect(host.emulator.data.activations.find((each) => each.id === id)?.connections).toHaveLength(
      3,
    );

    const listed = hostApi.listActivations.parseAnswer(await (await host.send(path)).json());
    expect(listed).toEqual({ ok: true, value: { items: [activation.value] } });

    const edited = await host.send(`${path}/${id}/variables`, {
      method: 'PATCH',
      headers: { 'If-Match': revision },
      body: { variables: { warehouseCode: 'LDN-3' } },
    });
    expect(edited.status).toBe(200);
    expect(await edited.json()).toMatchObject({
      dynamicVariables: { ...variables, warehouseCode: 'LDN-3' },
    });

    const ended = await host.send(`${path}/${id}`, { method: 'DELETE' });
    expect([ended.status, await ended.text()]).toEqual([204, '']);
    expect(await (await host.send(path)).json()).toEqual({ items: [] });
    expect(host.violations).toEqual([]);
  });

  it('says which secrets are set without showing them', async () => {
    const host = createTestHost();
    const path = `/integrations/${environments.shopifyOrders}/activations`;
    const body: unknown = await (await host.send(path, { user: 'user-carla' })).json();
    expect(body).toHaveProperty('items', [
      expect.objectContaining({
        id: activations.carlaShopify,
        secretsSet: ['/webhookSecret'],
        dynamicVariables: {
          warehouseCode: 'LYS-3',
          orderStatus: 'fulfilled',
          batchSize: 25,
          includeTestOrders: false,
        },
      }),
    ]);
  });
});
