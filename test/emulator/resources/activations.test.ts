import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import { shopifyOrders, slackAlerts, warehouseSync } from '../requestBodies.js';
import { startPlatform } from '../startPlatform.js';

const { users, environments, templates, connections, activations } = exampleIds;
const madeUp = '01JEXAMP1E0000000000000000';

const listOf = (externalId: string, environmentId: string): string =>
  `/environment/${environmentId}/users/${externalId}/activations`;
const activationPath = (environmentId: string, id: string): string =>
  `/environments/${environmentId}/activations/${id}`;

describe('ActivateUser', () => {
  it.each([
    ['Shopify orders', shopifyOrders],
    ['Warehouse sync', warehouseSync],
    ['Slack alerts', slackAlerts],
  ])('activates %s', async (_name, body) => {
    const { platform, call } = startPlatform();
    const reply = await call('POST', '/activations', { body: body() });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      user: { id: users.amelia.id, externalId: 'user-amelia', displayName: 'Amelia Chen' },
      dynamicVariables: body().dynamicVariables,
    });
    expect(reply.at('connections')).toMatchObject(
      body().connections.map((each) => ({ id: each.existingConnectionId })),
    );
    expect(reply.body).not.toHaveProperty('environment');
    expect(platform.data.activations.at(-1)).toMatchObject({
      id: reply.at('id'),
      userId: users.amelia.id,
      dynamicVariables: body().dynamicVariables,
    });
  });

  it('says of each connection which template it fills', async () => {
    const { call } = startPlatform();
    const { body } = await call('POST', '/activations', { body: warehouseSync() });
    expect(body).toMatchObject({
      connections: warehouseSync().connections.map(({ connectionTemplateId }) => ({
        connectionTemplateId,
      })),
    });
  });

  it('activates twice when asked twice', async () => {
    const { call } = startPlatform();
    const first = await call('POST', '/activations', { body: slackAlerts() });
    const second = await call('POST', '/activations', { body: slackAlerts() });
    expect(second.at('id')).not.toBe(first.at('id'));
    const list = await call('GET', listOf('user-amelia', environments.slackAlerts));
    expect(list.body).toHaveLength(2);
  });

  it('takes the platform id of a user too', async () => {
    const { call } = startPlatform();
    const body = { ...slackAlerts(), userId: users.amelia.id };
    expect((await call('POST', '/activations', { body })).at('user.externalId')).toBe(
      'user-amelia',
    );
  });

  it('needs no variables where none are declared', async () => {
    const { call } = startPlatform();
    const { dynamicVariables: _, ...body } = slackAlerts();
    expect((await call('POST', '/activations', { body })).at('dynamicVariables')).toEqual({});
  });

  type Body = ReturnType<typeof shopifyOrders>;
  const refusals: [string, (body: Body) => unknown, number, string][] = [
    ['a body that is a list', () => [], 400, 'body'],
    ['no user', (body) => ({ ...body, userId: undefined }), 400, 'userId'],
    ['an unknown user', (body) => ({ ...body, userId: 'user-nobody' }), 404, 'userId'],
    [
      'an environment id that is none',
      (body) => ({ ...body, environmentId: 'production' }),
      400,
      'environmentId',
    ],
    [
      'an unknown environment',
      (body) => ({ ...body, environmentId: madeUp }),
      404,
      'environmentId',
    ],
    ['connections that are no list', (body) => ({ ...body, connections: {} }), 400, 'connections'],
    ['no connection at all', (body) => ({ ...body, connections: [] }), 422, 'connections'],
    [
      'a template without a connection',
      (body) => ({ ...body, connections: body.connections.slice(0, 1) }),
      422,
      'connections',
    ],
    [
      'a template that is named twice',
      (body) => ({ ...body, connections: [...body.connections, body.connections[0]] }),
      422,
      'connections[2].connectionTemplateId',
    ],
    [
      'a template of another environment',
      (body) => withTemplate(body, templates.slackAlerts.slack),
      422,
      'connections[0].connectionTemplateId',
    ],
    [
      'a template id that is none',
      (body) => withTemplate(body, 'shopify'),
      400,
      'connections[0].connectionTemplateId',
    ],
    [
      'an unknown connection',
      (body) => withConnection(body, madeUp),
      422,
      'connections[0].existingConnectionId',
    ],
    [
      'a connection id that is none',
      (body) => withConnection(body, 'mine'),
      400,
      'connections[0].existingConnectionId',
    ],
    [
      'a connection to another system',
      (body) => withConnection(body, connections.ameliaSlack),
      422,
      'connections[0].existingConnectionId',
    ],
    [
      'the connection of another user',
      (body) => withConnection(body, connections.bashirShopify),
      422,
      'connections[0].existingConnectionId',
    ],
    [
      'a static connection in place of an own one',
      (body) => withConnection(body, connections.staticShopify),
      422,
      'connections[0].existingConnectionId',
    ],
    [
      'variables that are a list',
      (body) => ({ ...body, dynamicVariables: [] }),
      400,
      'dynamicVariables',
    ],
    [
      'no variables where some are required',
      (body) => ({ ...body, dynamicVariables: undefined }),
      422,
      'dynamicVariables.warehouseCode',
    ],
  ];

  function withTemplate(body: Body, connectionTemplateId: string): unknown {
    const [first, ...rest] = body.connections;
    return { ...body, connections: [{ ...first, connectionTemplateId }, ...rest] };
  }

  function withConnection(body: Body, existingConnectionId: string): unknown {
    const [first, ...rest] = body.connections;
    return { ...body, connections: [{ ...first, existingConnectionId }, ...rest] };
  }

  it.each(refusals)('refuses %s', async (_name, corrupt, status, field) => {
    const { platform, call } = startPlatform();
    const before = platform.data.activations.length;
    const reply = await call('POST', '/activations', { body: corrupt(shopifyOrders()) });
    expect(reply.status).toBe(status);
    expect(reply.at('fields')).toMatchObject([{ field }]);
    expect(reply.at('fields')).toHaveLength(1);
    expect(platform.data.activations).toHaveLength(before);
  });

  it('wants the managed template filled in, and only with a static connection', async () => {
    const { call } = startPlatform();
    const body = warehouseSync();
    const missing = { ...body, connections: body.connections.toSpliced(1, 1) };
    expect((await call('POST', '/activations', { body: missing })).at('message')).toContain(
      'loqate',
    );
    const own = body.connections.with(1, {
      connectionTemplateId: templates.warehouseSync.loqate,
      existingConnectionId: connections.ameliaShipbobLeeds,
    });
    const reply = await call('POST', '/activations', { body: { ...body, connections: own } });
    expect(reply.at('fields.0.field')).toBe('connections[1].existingConnectionId');
  });

  it('wants a body, as JSON, that says so', async () => {
    const { call } = startPlatform();
    const text = JSON.stringify(slackAlerts());
    const send = async (body?: string, type = 'application/json'): Promise<number> =>
      (await call('POST', '/activations', { body, headers: { 'content-type': type } })).status;
    expect(await send(text, 'text/plain')).toBe(415);
    expect(await send('{"userId":')).toBe(400);
    const half = await call('POST', '/activations', { body: '{"userId":' });
    expect(half.at('message')).toBe('the body is not JSON');
    expect(await send()).toBe(400);
    expect(await send(text)).toBe(200);
  });
});

describe('ListUserActivations', () => {
  it("lists a user's activations of one environment, with everything in them", async () => {
    const { call } = startPlatform();
    const reply = await call('GET', listOf('user-carla', environments.shopifyOrders));
    const { status, body } = reply;
    expect(status).toBe(200);
    expect(body).toHaveLength(1);
    expect(reply.at('0')).toMatchObject({
      id: activations.carlaShopify,
      user: { externalId: 'user-carla' },
      environment: { id: environments.shopifyOrders, status: 'running' },
      connections: [{ id: connections.carlaShopifyExpired }, { id: connections.carlaNetsuite }],
      dynamicVariables: { warehouseCode: 'LYS-3', webhookSecret: 'canary-webhook-secret-carla' },
    });
    expect(reply.at('0.environment.files.0.content')).toContain('canary-source-');
  });

  it('lists nothing of other environments or users', async () => {
    const { call } = startPlatform();
    expect((await call('GET', listOf('user-carla', environments.slackAlerts))).body).toEqual([]);
    expect((await call('GET', listOf('user-amelia', environments.slackAlerts))).body).toEqual([]);
  });

  it('is empty for a user who does not exist', async () => {
    const { call } = startPlatform();
    const reply = await call('GET', listOf('user-nobody', environments.slackAlerts));
    expect([reply.status, reply.text]).toEqual([200, '[]']);
  });

  it('does not know environments that are made up', async () => {
    const { call } = startPlatform();
    expect((await call('GET', listOf('user-amelia', madeUp))).status).toBe(404);
    expect((await call('GET', listOf('user-amelia', 'production'))).status).toBe(400);
  });

  it('follows the data when it changes', async () => {
    const { platform, call } = startPlatform();
    const environment = platform.data.projects[0]?.environments[0];
    if (environment) environment.status = 'suspended';
    const reply = await call('GET', listOf('user-carla', environments.shopifyOrders));
    expect(reply.at('0.environment.status')).toBe('suspended');
  });
});

describe('GetActivation and DeleteActivation', () => {
  const path = activationPath(environments.slackAlerts, activations.bashirSlack);

  it('shows one activation', async () => {
    const { call } = startPlatform();
    const { status, body } = await call('GET', path);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: activations.bashirSlack,
      environment: { name: 'production' },
    });
  });

  it('ends it once', async () => {
    const { platform, call } = startPlatform();
    const ended = await call('DELETE', path);
    expect([ended.status, ended.text]).toEqual([204, '']);
    expect(platform.data.activations.map(({ id }) => id)).toEqual([activations.carlaShopify]);
    expect((await call('GET', path)).status).toBe(404);
    expect((await call('DELETE', path)).status).toBe(404);
  });

  it('knows it in its own environment alone', async () => {
    const { platform, call } = startPlatform();
    const elsewhere = activationPath(environments.shopifyOrders, activations.bashirSlack);
    expect((await call('GET', elsewhere)).status).toBe(404);
    expect((await call('DELETE', elsewhere)).status).toBe(404);
    expect((await call('DELETE', activationPath(environments.slackAlerts, 'x'))).status).toBe(400);
    expect(platform.data.activations).toHaveLength(2);
  });
});
