import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { toConnectionCreate } from './connectionBodies.js';
import { slackAlerts, warehouseSync } from './requestBodies.js';
import { startPlatform } from './startPlatform.js';

const { templates, users, systems, connections } = exampleIds;
const secrets = {
  certificate: { certificate: 'CERT', key: 'KEY', ca: 'CA' },
  'api-key': { value: 'typed' },
};
const shipbob = {
  connectionTemplateId: templates.warehouseSync.shipbob,
  connection: toConnectionCreate('warehouseSync', 'shipbob', secrets),
};

describe('CreateConnection', () => {
  it('makes a connection for a user, which is listed from then on', async () => {
    const { call } = startPlatform();
    const body = { ...shipbob, externalId: users.bashir.externalId };
    const made = await call('POST', '/connections', { body });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Dock 4 k7x2q', systemId: systems.shipbob });
    const list = await call('GET', `/connections?end_user_id=${users.bashir.id}&first=100`);
    expect(list.text).toContain(String(made.at('id')));
    expect((await call('GET', `/connections/${String(made.at('id'))}`)).body).toEqual(made.body);
  });

  it('makes a static one without an external id', async () => {
    const { platform, call } = startPlatform();
    expect((await call('POST', '/connections', { body: shipbob })).status).toBe(201);
    expect(platform.data.connections.at(-1)?.endUserId).toBeNull();
  });

  it('refuses a name that anybody has at that system', async () => {
    const { call } = startPlatform();
    await call('POST', '/connections', { body: shipbob });
    const body = { ...shipbob, externalId: users.bashir.externalId };
    const reply = await call('POST', '/connections', { body });
    expect([reply.status, reply.at('fields.0.field')]).toEqual([409, 'connection.name']);
  });

  it.each([
    ['no credentials', { credentials: [] }, 422],
    ['no name', { name: '' }, 400],
    ['no variables', { variables: undefined }, 400],
    ['an address that is none', { baseUrl: 'http://' }, 422],
  ])('refuses %s', async (_, change, status) => {
    const { call } = startPlatform();
    const connection = { ...shipbob.connection, ...change };
    const reply = await call('POST', '/connections', { body: { ...shipbob, connection } });
    expect(reply.status).toBe(status);
  });
});

describe('UpdateConnection and DeleteConnection', () => {
  const path = `/connections/${connections.ameliaShipbobLeeds}`;

  it('replace the credentials in place', async () => {
    const { platform, call } = startPlatform();
    const { credentials } = shipbob.connection;
    const body = { name: 'Leeds', credentials, baseUrl: '' };
    const reply = await call('PUT', path, { body });
    expect(reply.body).toMatchObject({ id: connections.ameliaShipbobLeeds, name: 'Leeds' });
    const stored = platform.data.connections.find(({ name }) => name === 'Leeds');
    expect(stored?.credentials[1]?.credential?.data).toEqual({ string: { value: 'typed' } });
    expect((await call('PUT', path, { body: { name: 'Leeds', credentials } })).status).toBe(400);
  });

  it('remove what no activation uses', async () => {
    const { call } = startPlatform();
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);
    const used = `/connections/${connections.carlaShopifyExpired}`;
    expect((await call('DELETE', used)).status).toBe(409);
  });
});

describe('ActivateUser', () => {
  it('makes a connection that comes with it, and keeps it for the user', async () => {
    const { platform, call } = startPlatform();
    const entry = {
      connectionTemplateId: templates.slackAlerts.slack,
      existingConnectionId: connections.ameliaSlack,
      connection: toConnectionCreate('slackAlerts', 'slack', {}),
    };
    const refused = await call('POST', '/activations', {
      body: { ...slackAlerts(), connections: [entry] },
    });
    expect(refused.status).toBe(400);
    const body = warehouseSync();
    const { connection } = shipbob;
    const chosen = body.connections.map((each) =>
      each.connectionTemplateId === shipbob.connectionTemplateId ? { ...each, connection } : each,
    );
    const reply = await call('POST', '/activations', { body: { ...body, connections: chosen } });
    expect(reply.status).toBe(200);
    const made = platform.data.connections.at(-1);
    expect(made).toMatchObject({ name: connection.name, endUserId: users.amelia.id });
    expect(reply.at('connections.0.id')).toBe(made?.id);
  });
});

describe('the lists of the vendor’s own tools', () => {
  it('name users, projects and activations', async () => {
    const { call } = startPlatform();
    const people = await call('GET', '/users?search=bash&activated=true');
    expect(people.body).toMatchObject({ totalCount: 1, users: [{ externalId: 'user-bashir' }] });
    const none = await call('GET', '/users?search=amelia&activated=true');
    expect(none.body).toEqual({ totalCount: 0, users: [] });
    expect((await call('GET', '/projects?first=2')).at('items')).toHaveLength(2);
    const environment = exampleIds.environments.slackAlerts;
    const list = await call('GET', `/environments/${environment}/activations`);
    expect(list.body).toMatchObject({
      totalCount: 1,
      items: [{ user: { externalId: 'user-bashir' } }],
    });
  });
});
