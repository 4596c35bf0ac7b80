import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { createTestHost, exampleIntegrations, type HostRequest } from '../support/host.js';
import {
  activateSlack,
  environmentPath,
  madeUpId,
  readAll,
  readProblem,
  slackActivationsPath,
  slackChoice,
} from './example.js';

const { templates, connections, environments, activations } = exampleIds;

describe('only listed integrations exist', () => {
  const unlisted = createTestHost({
    options: { integrations: exampleIntegrations.slice(1) },
  });

  it.each<[string, string, HostRequest]>([
    ['getIntegration', '', {}],
    ['listConnections', `/templates/${templates.shopifyOrders.shopify}/connections`, {}],
    ['listActivations', '/activations', {}],
    ['activate', '/activations', activateSlack()],
    [
      'updateVariables',
      `/activations/${activations.carlaShopify}/variables`,
      { method: 'PATCH', body: { variables: {} } },
    ],
    ['deactivate', `/activations/${activations.carlaShopify}`, { method: 'DELETE' }],
  ])(
    'answers alike to the byte for one of the platform and for a made-up one: %s',
    async (_, rest, request) => {
      const real = await unlisted.send(`${environmentPath('shopifyOrders')}${rest}`, request);
      const madeUp = await unlisted.send(`/integrations/${madeUpId}${rest}`, request);
      const nonsense = await unlisted.send(`/integrations/%2e%2e%2fx${rest}`, request);
      expect(real.status).toBe(404);
      const said = await readAll(real);
      expect(await readAll(madeUp)).toBe(said);
      expect(await readAll(nonsense)).toBe(said);
      expect(unlisted.emulator.requests).toEqual([]);
    },
  );

  it('asks a function of the user on each request, before anything that was kept', async () => {
    let offered = exampleIntegrations;
    const host = createTestHost({
      options: { integrations: (user) => (user.externalId === 'user-amelia' ? offered : []) },
    });
    const path = environmentPath('slackAlerts');
    expect((await host.send(path)).status).toBe(200);
    expect((await host.send(path, { user: 'user-carla' })).status).toBe(404);
    offered = [];
    expect((await host.send(path)).status).toBe(404);
    expect(await (await host.send('/integrations')).json()).toEqual({ items: [] });
  });

  it('answers 500 and tells the host where that function throws, or gives what cannot be', async () => {
    for (const integrations of [
      () => {
        throw new Error('no database');
      },
      () => [{ projectId: 'x', environmentId: 'y' }],
    ]) {
      const host = createTestHost({ options: { integrations } });
      expect((await host.send('/integrations')).status).toBe(500);
      expect(host.errors).toHaveLength(1);
    }
  });
});

describe('an activation is its owner’s alone', () => {
  it.each<[string, string, HostRequest]>([
    ['updateVariables', '/variables', { method: 'PATCH', body: { variables: { batchSize: 1 } } }],
    ['deactivate', '', { method: 'DELETE' }],
  ])(
    'another’s and a made-up one answer alike to the byte, after the same calls: %s',
    async (_, rest, request) => {
      const answers: string[] = [];
      for (const id of [activations.carlaShopify, madeUpId]) {
        const host = createTestHost();
        const path = `${environmentPath('shopifyOrders')}/activations/${id}${rest}`;
        const response = await host.send(path, request);
        expect(response.status).toBe(404);
        const asked = host.emulator.requests.map(({ method, operation }) => [method, operation]);
        answers.push((await readAll(response)) + JSON.stringify(asked.toSorted()));
        expect(host.emulator.data.activations).toHaveLength(2);
      }
      expect(answers[0]).toBe(answers[1]);
      expect(answers[0]).not.toMatch(/PATCH|DELETE|GetActivation/);
    },
  );

  it.each<[string, HostRequest]>([
    ['/variables', { method: 'PATCH', body: { variables: { batchSize: 1 } } }],
    ['', { method: 'DELETE' }],
  ])('is never taken for another one of the same user: %s', async (rest, request) => {
    const host = createTestHost();
    const before = structuredClone(host.emulator.data.activations);
    const path = `${environmentPath('shopifyOrders')}/activations/${madeUpId}${rest}`;
    expect((await host.send(path, { ...request, user: 'user-carla' })).status).toBe(404);
    expect(host.emulator.data.activations).toEqual(before);
    expect(host.emulator.requests.map(({ method }) => method)).not.toContain(request.method);
  });

  it('answers alike for an id that is none, without asking for it', async () => {
    const host = createTestHost();
    for (const id of ['x', '..%2f..', '%00', activations.bashirSlack.slice(1)]) {
      const response = await host.send(`${slackActivationsPath}/${id}`, { method: 'DELETE' });
      expect(response.status).toBe(404);
    }
    expect(host.emulator.requests.map(({ method }) => method)).not.toContain('DELETE');
  });

  it.each([
    ['', (url: string) => url],
    [
      ', though the platform lists it there',
      (url: string) => url.replace(environments.warehouseSync, environments.slackAlerts),
    ],
  ])('is not found in another environment than its own%s', async (_, toUrl) => {
    const host = createTestHost({
      intercept: (fetch) => (request) =>
        fetch(
          request.url.endsWith('/activations') ? new Request(toUrl(request.url), request) : request,
        ),
    });
    const path = `${environmentPath('warehouseSync')}/activations/${activations.bashirSlack}`;
    expect((await host.send(path, { method: 'DELETE', user: 'user-bashir' })).status).toBe(404);
    expect(host.emulator.requests.map(({ method }) => method)).not.toContain('DELETE');
  });
});

describe('a choice is checked before anything is sent on', () => {
  const choose = async (choices: unknown): Promise<unknown> => {
    const host = createTestHost();
    const request = activateSlack();
    const body = { connections: choices, dynamicVariables: {} };
    const response = await host.send(slackActivationsPath, { ...request, body });
    expect(response.status).toBe(422);
    expect(host.emulator.requests.map(({ operation }) => operation)).not.toContain('ActivateUser');
    return (await readProblem(response)).fields;
  };
  const at = (path: string): unknown => [expect.objectContaining({ path })];

  it.each([
    ['another user’s', connections.carlaSlack],
    ['another system’s', connections.ameliaXero],
    ['a shared one', connections.staticLoqate],
    ['a made-up one', madeUpId],
    ['no id at all', '../x'],
    ['an empty text', ''],
  ])('refuses a connection that is %s, alike', async (_, existingConnectionId) => {
    const fields = await choose([{ ...slackChoice, existingConnectionId }]);
    expect(fields).toEqual([
      {
        path: '/connections/0/existingConnectionId',
        message: 'This is no connection of yours that fits here.',
      },
    ]);
  });

  it('refuses a template that is missing, repeated, unknown or managed', async () => {
    expect(await choose([])).toEqual(at('/connections'));
    expect(await choose([slackChoice, slackChoice])).toEqual(
      at('/connections/1/connectionTemplateId'),
    );
    const unknown = { ...slackChoice, connectionTemplateId: madeUpId };
    expect(await choose([slackChoice, unknown])).toEqual(at('/connections/1/connectionTemplateId'));
  });

  it('refuses a choice for a managed template, even of the right connection', async () => {
    const host = createTestHost();
    const { shipbob, netsuite, loqate } = templates.warehouseSync;
    const response = await host.send(`${environmentPath('warehouseSync')}/activations`, {
      ...activateSlack(),
      body: {
        connections: [
          { connectionTemplateId: shipbob, existingConnectionId: connections.ameliaShipbobLeeds },
          { connectionTemplateId: loqate, existingConnectionId: connections.staticLoqate },
          { connectionTemplateId: netsuite, existingConnectionId: connections.ameliaNetsuiteMain },
        ],
        dynamicVariables: {},
      },
    });
    expect((await readProblem(response)).fields).toEqual(at('/connections/1/connectionTemplateId'));
  });

  it.each<[string, unknown, string]>([
    ['no object', [], ''],
    ['no connections', { dynamicVariables: {} }, '/connections'],
    ['a user', { connections: [], dynamicVariables: {}, userId: 'user-carla' }, '/userId'],
    [
      'a new connection',
      { connections: [{ ...slackChoice, connection: {} }], dynamicVariables: {} },
      '/connections/0/connection',
    ],
    ['variables that are none', { connections: [], dynamicVariables: [] }, '/dynamicVariables'],
  ])('refuses a body with %s', async (_, body, path) => {
    const host = createTestHost();
    const response = await host.send(slackActivationsPath, { ...activateSlack(), body });
    expect(response.status).toBe(422);
    expect((await readProblem(response)).fields).toEqual(at(path));
    expect(host.emulator.requests).toEqual([]);
  });

  it('does not activate what is not available', async () => {
    const host = createTestHost();
    const response = await host.send(`${environmentPath('hubspotContacts')}/activations`, {
      ...activateSlack(),
      body: { connections: [], dynamicVariables: {} },
    });
    expect([response.status, (await readProblem(response)).code]).toEqual([409, 'conflict']);
  });
});
