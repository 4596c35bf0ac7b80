import { describe, expect, it } from 'vitest';
import { exampleData, exampleIds } from '../../src/emulator.js';
import { createTestHost } from '../support/host.js';
import {
  activateSlack,
  environmentPath,
  readProblem,
  shopifyConnectionsPath,
  slackActivationsPath,
} from './example.js';
import type { HostRequest } from '../support/host.js';

const { users, templates, activations } = exampleIds;

const everyRoute: readonly (readonly [string, string, HostRequest])[] = [
  ['listIntegrations', '/integrations', {}],
  ['getIntegration', environmentPath('slackAlerts'), {}],
  ['listConnections', shopifyConnectionsPath, {}],
  ['listActivations', slackActivationsPath, {}],
  ['activate', slackActivationsPath, activateSlack()],
  [
    'updateVariables',
    `${environmentPath('shopifyOrders')}/activations/${activations.carlaShopify}/variables`,
    { method: 'PATCH', body: { variables: {} } },
  ],
  ['deactivate', `${slackActivationsPath}/${activations.bashirSlack}`, { method: 'DELETE' }],
];

describe('the user is whoever identify says', () => {
  it.each(everyRoute)('answers 401 for nobody: %s', async (_, path, request) => {
    const host = createTestHost();
    const response = await host.send(path, { ...request, user: null });
    expect(response.status).toBe(401);
    expect(await readProblem(response)).toMatchObject({ code: 'unauthenticated' });
    expect(host.emulator.requests).toEqual([]);
  });

  it.each(everyRoute)(
    'answers 500 without detail where identify throws: %s',
    async (_, path, request) => {
      const host = createTestHost({
        options: {
          identify: () => {
            throw new Error('the session store is down at 10.0.0.7');
          },
        },
      });
      const response = await host.send(path, request);
      expect(response.status).toBe(500);
      expect(await response.text()).not.toMatch(/session|10\.0/);
      expect(host.errors.map(String)).toEqual(['Error: the session store is down at 10.0.0.7']);
    },
  );

  it.each(['', '.', '..', 'x'.repeat(257), 'a\u0000b', 'a\nb', 'a\u0085b', '\ud800'])(
    'refuses the external id %j before the platform is asked anything',
    async (externalId) => {
      const host = createTestHost({ options: { identify: () => ({ externalId }) } });
      const response = await host.send(slackActivationsPath);
      expect(response.status).toBe(403);
      expect(host.emulator.requests).toEqual([]);
      expect(host.errors).toHaveLength(1);
    },
  );

  it.each(['a/b', 'a%2Fb', 'ü@example.com', '../users', '?x=1#y', '😀'])(
    'asks the platform for exactly the external id %j',
    async (externalId) => {
      const data = exampleData();
      const [amelia] = data.users;
      if (amelia === undefined) throw new Error('no users');
      amelia.externalId = externalId;
      const host = createTestHost({ data, options: { identify: () => ({ externalId }) } });
      const response = await host.send(shopifyConnectionsPath, { user: externalId });
      expect(await response.json()).toHaveProperty('totalCount', 2);
    },
  );

  it('reads no id of a user from the browser', async () => {
    const host = createTestHost();
    const query = `?user=user-carla&externalId=user-carla&end_user_id=${users.carla.id}&organisation=x`;
    const response = await host.send(`${environmentPath('shopifyOrders')}/activations${query}`, {
      headers: { 'X-User-Id': 'user-carla', Cookie: 'user=user-carla' },
    });
    expect(await response.json()).toEqual({ items: [] });
  });

  it.each([null, { externalId: 5 }, {}, 'user-amelia', undefined])(
    'answers 500 where identify gives %j, or 401 for null',
    async (user) => {
      const untyped: object = { identify: () => user };
      const response = await createTestHost({ options: untyped }).send('/integrations');
      expect(response.status).toBe(user === null ? 401 : 500);
    },
  );
});

describe("another user's platform id as an external id", () => {
  it.each(everyRoute)(
    'opens nothing, answers 500 and tells the host: %s',
    async (_, path, request) => {
      const host = createTestHost();
      const response = await host.send(path, { ...request, user: users.carla.id });
      expect(response.status).toBe(500);
      expect(host.errors[0]?.message).toContain('another user');
      const asked = host.emulator.requests.map(({ operation }) => operation);
      expect(asked).not.toContain('ListConnections');
      expect(asked).not.toContain('ActivateUser');
    },
  );

  it('is noticed on an activation too', async () => {
    const host = createTestHost({
      intercept: (fetch) => async (request) => {
        const response = await fetch(request);
        if (!request.url.endsWith('/activations')) return response;
        return new Response((await response.text()).replaceAll('user-carla', 'user-other'));
      },
    });
    const response = await host.send(`${environmentPath('shopifyOrders')}/activations`, {
      user: 'user-carla',
    });
    expect(response.status).toBe(500);
    expect(host.errors[0]?.message).toContain('another user');
  });

  it('is noticed on the activation that was just made, whose outcome is then not known', async () => {
    const host = createTestHost({
      intercept: (fetch) => async (request) => {
        const response = await fetch(request);
        if (request.method !== 'POST') return response;
        return new Response((await response.text()).replaceAll('user-amelia', 'user-other'));
      },
    });
    const response = await host.send(slackActivationsPath, activateSlack());
    expect(response.status).toBe(500);
    expect(await readProblem(response)).toMatchObject({ outcomeUnknown: true });
  });
});

describe('an id of the user that is none of the platform’s', () => {
  it.each(['x', '../../organisations', `${users.amelia.id}0`, '0'.repeat(26)])(
    'is passed on nowhere: %j',
    async (id) => {
      const host = createTestHost({
        checkAnswers: false,
        intercept: (fetch) => async (request) => {
          const response = await fetch(request);
          if (!request.url.endsWith('/users/user-amelia')) return response;
          return new Response((await response.text()).replaceAll(users.amelia.id, id), response);
        },
      });
      expect((await host.send(shopifyConnectionsPath)).status).toBe(502);
      const asked = host.emulator.requests.map(({ operation }) => operation);
      expect(asked).not.toContain('ListConnections');
      expect(host.errors.join()).not.toContain(id);
    },
  );
});

describe('a user whom the platform does not know', () => {
  const user = 'user-new';

  it('gets empty lists, and is not created by reading', async () => {
    const host = createTestHost();
    expect(await (await host.send(slackActivationsPath, { user })).json()).toEqual({ items: [] });
    expect(await (await host.send(shopifyConnectionsPath, { user })).json()).toEqual({
      items: [],
      totalCount: 0,
    });
    const search = await host.send(`${shopifyConnectionsPath}?search=x`, { user });
    expect(await search.json()).toEqual({ items: [] });
    const integration = await host.send(environmentPath('slackAlerts'), { user });
    expect(await integration.json()).toMatchObject({ activationCount: 0, needsAttention: false });
    expect(host.emulator.data.users).toHaveLength(3);
  });

  it('has nothing to turn off, also where the platform answers 404 for the list', async () => {
    const host = createTestHost();
    const fault = { kind: 'status', status: 404 } as const;
    host.emulator.faults.add({ operation: 'ListUserActivations', fault, times: 9 });
    const path = `${slackActivationsPath}/${exampleIds.activations.carlaShopify}`;
    const response = await host.send(path, { user, method: 'DELETE' });
    expect((await readProblem(response)).code).toBe('notFound');
  });

  it('is created by the first activation', async () => {
    const data = exampleData();
    data.templates = data.templates.filter(
      ({ connectionTemplateId }) => connectionTemplateId !== templates.slackAlerts.slack,
    );
    const identify = (): { externalId: string; displayName: string } => ({
      externalId: user,
      displayName: 'New User',
    });
    const host = createTestHost({ data, options: { identify } });
    const request = { ...activateSlack(), user, body: { connections: [], dynamicVariables: {} } };
    expect((await host.send(slackActivationsPath, request)).status).toBe(201);
    expect(data.users.at(-1)).toMatchObject({ externalId: user, displayName: 'New User' });
    expect(host.violations).toEqual([]);
  });

  it('is looked for once more where creating is refused, since another request may have been first', async () => {
    const data = exampleData();
    data.templates = [];
    const host = createTestHost({
      data,
      intercept: (fetch) => async (request) => {
        if (request.method !== 'POST' || !request.url.endsWith('/users')) return fetch(request);
        await fetch(request.clone());
        return fetch(request);
      },
    });
    const request = { ...activateSlack(), user, body: { connections: [], dynamicVariables: {} } };
    expect((await host.send(slackActivationsPath, request)).status).toBe(201);
    const asked = host.emulator.requests.map(({ operation }) => operation);
    expect(asked.filter((each) => each === 'GetEndUser')).toHaveLength(2);
    expect(data.users.filter(({ externalId }) => externalId === user)).toHaveLength(1);
  });

  it('cannot choose a connection, and is not created by trying', async () => {
    const host = createTestHost();
    const response = await host.send(slackActivationsPath, { ...activateSlack(), user });
    expect(response.status).toBe(422);
    expect(host.emulator.data.users).toHaveLength(3);
  });
});
