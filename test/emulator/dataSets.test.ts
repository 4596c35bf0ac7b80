import { describe, expect, it } from 'vitest';
import {
  canaries,
  exampleData,
  exampleIds,
  hostileData,
  largeData,
  type PlatformData,
} from '../../src/emulator.js';
import { slackAlerts } from './requestBodies.js';
import { now, startPlatform, testTime } from './startPlatform.js';

const { users, systems, connections, environments, projects } = exampleIds;

/** Every text in a value, with the path to it. */
function listTexts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => listTexts(part, `${path}.${name}`));
}

function connectionsOf(data: PlatformData, userId: string | null, systemId: string): string[] {
  return data.connections
    .filter((each) => each.endUserId === userId && each.systemId === systemId)
    .map(({ name }) => name);
}

describe('the example data', () => {
  const data = exampleData({ now });

  it('has the integrations of a real customer', () => {
    const statuses = data.projects.map(({ name, environments: [place] }) => [name, place?.status]);
    expect(statuses).toEqual([
      ['Shopify orders', 'running'],
      ['Slack alerts', 'running'],
      ['Warehouse sync', 'running'],
      ['HubSpot contacts', 'suspended'],
      ['Xero invoices', 'error'],
    ]);
    expect(data.users.map(({ displayName }) => displayName)).toEqual([
      'Amelia Chen',
      'Bashir Rahman',
      'Carla Moreau',
    ]);
  });

  it('gives Amelia two stores and two accounts of one name, Bashir no NetSuite, Carla one', () => {
    const { amelia, bashir, carla } = users;
    expect(connectionsOf(data, amelia.id, systems.shopify)).toHaveLength(2);
    expect(connectionsOf(data, amelia.id, systems.netsuite)).toEqual([
      'Chen & Co – NetSuite',
      'Chen & Co – NetSuite',
    ]);
    expect(connectionsOf(data, bashir.id, systems.netsuite)).toEqual([]);
    expect(connectionsOf(data, carla.id, systems.netsuite)).toHaveLength(1);
    expect(connectionsOf(data, null, systems.loqate)).toHaveLength(1);
  });

  it('has every way to sign in, every kind of credential and every state of health', () => {
    const all = data.connections.flatMap((each) => each.credentials);
    expect(new Set(all.map((each) => each.authSchemeConfig?.type))).toEqual(
      new Set([
        'none',
        'api-key',
        'basic-auth',
        'oauth2',
        'oauth1',
        'hmac',
        'jwt-bearer',
        'certificate',
        'secret',
      ]),
    );
    expect(new Set(all.map((each) => each.credential?.type)).size).toBe(11);
    expect(new Set(all.flatMap((each) => Object.keys(each.credential?.data ?? {}))).size).toBe(11);
    const credential = (id: string): unknown =>
      data.connections.find((each) => each.id === id)?.credentials.at(-1)?.credential;
    expect(credential(connections.ameliaShopifyUk)).toMatchObject({ errors: [] });
    expect(credential(connections.ameliaShipbobReturns)).not.toHaveProperty('errors');
    expect(credential(connections.carlaShopifyFailing)).toMatchObject({
      errors: ['401 from the token endpoint: canary-credential-error-connection-21-0'],
    });
    const day = 86_400_000;
    expect(credential(connections.carlaShopifyExpiring)).toMatchObject({
      expiresAt: new Date(testTime + 4 * day).toISOString(),
    });
    expect(credential(connections.carlaShopifyExpired)).toMatchObject({
      expiresAt: new Date(testTime - 2 * day).toISOString(),
    });
  });

  it('marks every secret, source file and label', () => {
    const secretPlaces =
      /\.credential\.(data|errors)\.(?!.*(scopes|additionalParams\.0\.name|tokenType|tokenUrl|expiresAt|mTLSCredentialId))|[sS]ecret$|consumerKey$|\.content$|\.labels\.|apiKeys\./;
    const unmarked = listTexts(data).filter(
      ([path, text]) => secretPlaces.test(path) && canaries.findIn(text).length === 0,
    );
    expect(unmarked).toEqual([]);
    expect(listTexts(data).filter(([path]) => secretPlaces.test(path)).length).toBeGreaterThan(100);
  });

  it('shows no mark where a browser may look', () => {
    const names = [
      ...data.projects.map(({ name }) => name),
      ...data.templates.map(({ name }) => name),
      ...data.connections.map(({ name }) => name),
      ...data.users.map(({ displayName }) => displayName),
      ...data.projects.map((each) => JSON.stringify(each.dynamicVariablesSchema)),
    ];
    expect(names.flatMap((name) => canaries.findIn(name ?? ''))).toEqual([]);
  });

  it('has ULIDs, each once, and the same in every run', () => {
    const ids = listTexts(exampleIds).map(([, text]) => text);
    const ulids = ids.filter((id) => id.startsWith('01'));
    expect(ulids.every((id) => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(exampleData({ now })).toEqual(data);
  });

  it('is made anew on each call', () => {
    const other = exampleData({ now });
    other.projects.length = 0;
    other.connections[0]?.credentials.splice(0);
    expect(exampleData({ now })).toEqual(data);
  });
});

describe('the hostile data', () => {
  const start = (): ReturnType<typeof startPlatform> =>
    startPlatform({ data: hostileData({ now }), isBroken: true });

  it('is still answered, as broken as it is', async () => {
    const { call } = start();
    const list = await call('GET', `/connections?end_user_id=${users.amelia.id}&first=100`);
    expect(list.status).toBe(200);
    expect(list.at('items.0.name')).toContain('<img src=x onerror=');
    expect(list.at('items.2.name')).toHaveLength(5000);
    expect(list.at('items.3')).toEqual({
      id: connections.ameliaNetsuiteTwin,
      name: 'Chen & Co – NetSuite',
      systemId: '0'.repeat(26),
      connectionTemplateId: '0'.repeat(26),
    });
    const schema = await call('GET', `/projects/${projects.shopifyOrders}/variables`);
    expect(schema.text).toContain('"__proto__":{"type":"string"}');
    const carla = `/environment/${environments.shopifyOrders}/users/user-carla/activations`;
    expect((await call('GET', carla)).text).toContain('"__proto__":"Wildwood');
  });

  it('has a template without an id, so that nothing can be activated with it', async () => {
    const { call } = start();
    expect((await call('POST', '/activations', { body: slackAlerts() })).status).toBe(422);
  });

  it('can be activated with where the records have what it takes', async () => {
    const { call } = start();
    const { templates } = exampleIds;
    const body = {
      userId: 'user-amelia',
      environmentId: environments.shopifyOrders,
      connections: [
        {
          connectionTemplateId: templates.shopifyOrders.shopify,
          existingConnectionId: connections.ameliaShopifyUk,
        },
        {
          connectionTemplateId: templates.shopifyOrders.netsuite,
          existingConnectionId: connections.ameliaNetsuiteTwin,
        },
      ],
      dynamicVariables: JSON.parse(
        '{"constructor":"x","__proto__":"y","loose":"a-b.c"}',
      ) as unknown,
    };
    const reply = await call('POST', '/activations', { body });
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('"__proto__":"y"');
    const missing = await call('POST', '/activations', { body: { ...body, dynamicVariables: {} } });
    expect(missing.at('fields.0.field')).toBe('dynamicVariables.constructor');
  });
});

describe('the large data', () => {
  it('gives one user ten thousand connections more, all of other names', () => {
    const data = largeData({ connections: 10_000, now });
    const names = connectionsOf(data, users.amelia.id, systems.shopify);
    expect(names).toHaveLength(10_002);
    expect(new Set(names).size).toBe(10_002);
    expect(names[2]).toBe('Leeds Outdoor – branch 1');
    expect(new Set(data.connections.map(({ id }) => id)).size).toBe(data.connections.length);
  });
});
