import { describe, expect, it } from 'vitest';
import { exampleData, exampleIds, type Fault, type OperationName } from '../../src/emulator.js';
import { createTestHost, type HostRequest } from '../support/host.js';
import {
  activateShopify,
  activateSlack,
  environmentPath,
  readProblem,
  shopifyConnectionsPath,
  shopifyVariables,
  slackActivationsPath,
} from './example.js';
import { createTestClock } from './testClock.js';

const { connections, templates, activations } = exampleIds;
const shopifyActivations = `${environmentPath('shopifyOrders')}/activations`;
const carlaVariables = `${shopifyActivations}/${activations.carlaShopify}/variables`;

describe('what the platform says of a write', () => {
  it.each<[string, object, string]>([
    ['a variable', { ...shopifyVariables, batchSize: 0 }, '/dynamicVariables/batchSize'],
    ['a missing one', { warehouseCode: 'LDN-2' }, '/dynamicVariables/orderStatus'],
    ['an undeclared one', { ...shopifyVariables, extra: 1 }, '/dynamicVariables/extra'],
  ])('names %s by its place in the request', async (_, variables, path) => {
    const host = createTestHost();
    const response = await host.send(shopifyActivations, activateShopify(variables));
    expect(response.status).toBe(422);
    const problem = await readProblem(response);
    expect(problem).toMatchObject({ code: 'invalid', fields: [{ path }] });
    expect(problem.detail).toContain(path.split('/')[2]);
    expect(host.violations).toEqual([]);
  });

  it('names a member of a row', async () => {
    const host = createTestHost();
    const { shipbob, netsuite } = templates.warehouseSync;
    const address = { street: '1 Quay', city: 'Leeds', zip: 'LS1 4AP' };
    const response = await host.send(`${environmentPath('warehouseSync')}/activations`, {
      ...activateSlack(),
      body: {
        connections: [
          { connectionTemplateId: shipbob, existingConnectionId: connections.ameliaShipbobLeeds },
          { connectionTemplateId: netsuite, existingConnectionId: connections.ameliaNetsuiteMain },
        ],
        dynamicVariables: { warehouseCode: 'LDN-2', address, lines: [{ sku: 'a' }, { sku: '' }] },
      },
    });
    expect((await readProblem(response)).fields).toMatchObject([
      { path: '/dynamicVariables/lines/1/sku' },
    ]);
  });

  it('names a connection by its place in the browser’s own order', async () => {
    const host = createTestHost();
    const fault: Fault = {
      kind: 'status',
      status: 409,
      message: 'in use',
      fields: [{ field: 'connections[1].existingConnectionId', message: 'is in use' }],
    };
    host.emulator.faults.add({ operation: 'ActivateUser', fault });
    const response = await host.send(shopifyActivations, activateShopify());
    expect(response.status).toBe(409);
    expect(await readProblem(response)).toMatchObject({
      code: 'conflict',
      detail: 'in use',
      fields: [{ path: '/connections/1/existingConnectionId', message: 'is in use' }],
    });
  });

  it('is the host’s to hear where it is about what the host filled in', async () => {
    const host = createTestHost();
    const fault: Fault = {
      kind: 'status',
      status: 422,
      message: 'the shared Loqate account is closed',
      fields: [{ field: 'connections[2].existingConnectionId', message: 'is closed' }],
    };
    host.emulator.faults.add({ operation: 'ActivateUser', fault });
    const { shipbob, netsuite } = templates.warehouseSync;
    const response = await host.send(`${environmentPath('warehouseSync')}/activations`, {
      ...activateSlack(),
      body: {
        connections: [
          { connectionTemplateId: netsuite, existingConnectionId: connections.ameliaNetsuiteMain },
          { connectionTemplateId: shipbob, existingConnectionId: connections.ameliaShipbobLeeds },
        ],
        dynamicVariables: {},
      },
    });
    expect(response.status).toBe(503);
    expect(await response.text()).not.toMatch(/Loqate|closed/);
    expect(host.errors).toHaveLength(1);
  });

  it('is cut at 500 characters', async () => {
    const host = createTestHost();
    const long = 'x'.repeat(600);
    const fields = [{ field: 'dynamicVariables.batchSize', message: long }];
    const fault: Fault = { kind: 'status', status: 400, message: long, fields };
    host.emulator.faults.add({ operation: 'ActivateUser', fault });
    const response = await host.send(shopifyActivations, activateShopify());
    expect(await readProblem(response)).toMatchObject({
      detail: 'x'.repeat(500),
      fields: [{ message: 'x'.repeat(500) }],
    });
  });

  it.each([401, 403, 404, 410, 500, 502, 503])('passes on no text of a %i', async (status) => {
    const host = createTestHost();
    const fields = [{ field: 'dynamicVariables.a', message: 'inner words' }];
    const fault: Fault = { kind: 'status', status, message: 'inner words', fields };
    host.emulator.faults.add({ operation: 'ActivateUser', fault, times: 9 });
    const response = await host.send(shopifyActivations, activateShopify());
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect(await response.text()).not.toContain('inner words');
    expect(host.errors.join()).not.toContain('inner words');
  });

  it('passes on no text of a read', async () => {
    const host = createTestHost();
    const fault: Fault = { kind: 'status', status: 422, message: 'inner words' };
    host.emulator.faults.add({ operation: 'ListConnections', fault });
    const response = await host.send(shopifyConnectionsPath);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('inner words');
  });

  it('never quotes a stored secret', async () => {
    const host = createTestHost();
    const [secret] = host.emulator.data.activations
      .map(({ dynamicVariables }) => String(dynamicVariables['webhookSecret'] ?? ''))
      .filter((each) => each !== '');
    const message = `"${secret}" is too old`;
    const fields = [{ field: 'dynamicVariables.webhookSecret', message }];
    const fault: Fault = { kind: 'status', status: 422, message, fields };
    host.emulator.faults.add({ operation: 'SetDynamicVariables', fault });
    const response = await host.send(carlaVariables, {
      user: 'user-carla',
      method: 'PATCH',
      body: { variables: { batchSize: 5 } },
    });
    expect(await readProblem(response)).toMatchObject({
      fields: [{ path: '/variables/webhookSecret', message: '' }],
    });
  });

  it.each<[string, string, string]>([
    ['about a secret', 'webhookSecret', 'is too short'],
    ['about something else, with the secret in it', 'batchSize', 'must not follow whsec-typed-now'],
  ])('passes on no word %s, of a secret typed just now', async (_, name, message) => {
    const fields = [
      { field: `dynamicVariables.${name}`, message },
      { field: 'dynamicVariables.orderStatus', message: 'is unknown' },
    ];
    const fault: Fault = { kind: 'status', status: 422, message: 'refused in these words', fields };
    const typed = { webhookSecret: 'whsec-typed-now' };
    for (const [operation, path, member, request] of [
      [
        'ActivateUser',
        shopifyActivations,
        'dynamicVariables',
        activateShopify({ ...shopifyVariables, ...typed }),
      ],
      [
        'SetDynamicVariables',
        carlaVariables,
        'variables',
        { user: 'user-carla', method: 'PATCH', body: { variables: typed } },
      ],
    ] as const) {
      const host = createTestHost();
      host.emulator.faults.add({ operation, fault });
      const response = await host.send(path, request);
      const problem = await readProblem(response);
      expect(problem).toMatchObject({
        code: 'invalid',
        fields: [
          { path: `/${member}/${name}`, message: '' },
          { path: `/${member}/orderStatus`, message: '' },
        ],
      });
      expect(problem).not.toHaveProperty('detail');
    }
  });
});

describe('the platform’s 401 and 403 are the host’s fault', () => {
  it.each([401, 403])('answers 503 to a %i and tells the host', async (status) => {
    const host = createTestHost();
    const fault: Fault = { kind: 'status', status };
    host.emulator.faults.add({ operation: 'GetEndUser', fault });
    const response = await host.send(slackActivationsPath);
    expect([response.status, (await readProblem(response)).code]).toEqual([503, 'unavailable']);
    expect(host.errors[0]?.message).toContain(`GetEndUser answered ${status}`);
    expect(host.errors[0]?.message).toContain('platform.auth');
  });
});

const reads: readonly (readonly [OperationName, string])[] = [
  ['GetProject', environmentPath('warehouseSync')],
  ['ListProjectConnectionTemplates', environmentPath('warehouseSync')],
  ['ListEnvironmentConnections', environmentPath('warehouseSync')],
  ['GetEndUser', shopifyConnectionsPath],
  ['ListConnections', shopifyConnectionsPath],
  ['ListUserActivations', slackActivationsPath],
];

const writes: readonly (readonly [OperationName, string, HostRequest])[] = [
  ['ActivateUser', slackActivationsPath, activateSlack()],
  [
    'SetDynamicVariables',
    carlaVariables,
    { user: 'user-carla', method: 'PATCH', body: { variables: { batchSize: 7 } } },
  ],
  [
    'DeleteActivation',
    `${shopifyActivations}/${activations.carlaShopify}`,
    { user: 'user-carla', method: 'DELETE' },
  ],
];

const faults: readonly (readonly [string, Fault, number])[] = [
  ['500', { kind: 'status', status: 500 }, 503],
  ['502 without a body', { kind: 'status', status: 502, emptyBody: true }, 503],
  ['a redirect', { kind: 'status', status: 302 }, 503],
  ['429', { kind: 'rateLimited', retryAfterSeconds: 1 }, 429],
  ['a broken connection', { kind: 'dropBefore' }, 503],
  ['a gateway’s page', { kind: 'html' }, 503],
  ['a page that says 200', { kind: 'html', status: 200 }, 502],
  ['silence', { kind: 'hang' }, 504],
];

/** Sends while the fault goes on, in virtual time. */
async function sendUnder(
  operation: OperationName,
  fault: Fault,
  path: string,
  request: HostRequest = {},
): Promise<Response> {
  const clock = createTestClock(Date.now());
  const host = createTestHost({
    data: exampleData(),
    checkAnswers: false,
    runtime: { now: clock.now, schedule: clock.schedule, random: () => 0.5 },
  });
  host.emulator.faults.add({ operation, fault, times: Infinity });
  return clock.run(host.send(path, request));
}

describe('a platform that fails', () => {
  for (const [operation, path] of reads) {
    it.each(faults)(
      `answers ${operation} with %s: a problem that says so`,
      async (_, fault, status) => {
        const response = await sendUnder(operation, fault, path);
        expect(response.status).toBe(status);
        expect(response.headers.get('Content-Type')).toBe('application/problem+json');
        expect(await readProblem(response)).not.toHaveProperty('outcomeUnknown');
      },
    );
  }

  for (const [operation, path, request] of writes) {
    it.each(faults)(
      `answers ${operation} with %s: a problem that says so`,
      async (name, fault, status) => {
        const response = await sendUnder(operation, fault, path, request);
        expect(response.status).toBe(status);
        const isKnown = name === '429';
        expect((await readProblem(response)).outcomeUnknown ?? false).toBe(!isKnown);
      },
    );

    it(`finds out that ${operation} was done where its answer was lost`, async () => {
      const response = await sendUnder(operation, { kind: 'dropAfter' }, path, request);
      expect([200, 201, 204]).toContain(response.status);
    });
  }

  it('answers 404 where an activation vanishes between look and write', async () => {
    for (const [operation, path, request] of writes.slice(1)) {
      const response = await sendUnder(operation, { kind: 'status', status: 404 }, path, request);
      expect(response.status).toBe(404);
    }
  });

  it('never gets the credential sent to where it redirects', async () => {
    const seen: RequestRedirect[] = [];
    const host = createTestHost({
      intercept: (fetch) => (request) => {
        seen.push(request.redirect);
        return fetch(request);
      },
    });
    await host.send('/integrations');
    await host.send(slackActivationsPath, activateSlack());
    expect(new Set(seen)).toEqual(new Set(['manual']));
  });
});
