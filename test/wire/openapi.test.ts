import { describe, expect, it } from 'vitest';
import { exampleIds, type Fault } from '../../src/emulator.js';
import { type CallName, hostApi } from '../../src/wire/hostApi.js';
import { createTestHost, type HostRequest, type TestHost } from '../support/host.js';
import {
  findAnswerProblems,
  findBodyProblems,
  findHostOperation,
} from '../support/hostContract.js';
import { readHostDocument } from '../support/platformDocument.js';
import { createSchemaChecker } from '../support/schemaChecker.js';
import {
  activateShopify,
  activateSlack,
  environmentPath,
  madeUpId,
  shopifyConnectionsPath,
  slackActivationsPath,
} from '../server/example.js';
import { createTestClock } from '../server/testClock.js';

const document = readHostDocument();
const shopifyPath = `${environmentPath('shopifyOrders')}/activations`;
const carlaPath = `${shopifyPath}/${exampleIds.activations.carlaShopify}`;

describe('the OpenAPI document of the host API', () => {
  it('has valid schemas, each of which is used', () => {
    const check = createSchemaChecker(document);
    const text = JSON.stringify(document);
    for (const name of Object.keys(document.components.schemas)) {
      const $ref = `#/components/schemas/${name}`;
      expect(check({ $ref }, undefined, name)).not.toEqual([]);
      expect(text).toContain($ref);
    }
  });
});

interface Exchange {
  readonly name: string;
  readonly path: string;
  readonly request: HostRequest;
  readonly status: number;
}

const netsuitePath = `${environmentPath('warehouseSync')}/templates/${exampleIds.templates.warehouseSync.netsuite}`;
const ownNetsuitePath = `${netsuitePath}/connections/${exampleIds.connections.ameliaNetsuiteTwin}`;
const shopifyTemplate = exampleIds.templates.shopifyOrders.shopify;
const authorizationsPath = `${environmentPath('shopifyOrders')}/templates/${shopifyTemplate}/authorizations`;

function connectNetsuite(method: 'POST' | 'PUT'): HostRequest {
  return {
    method,
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    body: {
      name: 'NetSuite',
      credentials: [{ kind: 'oauth1Token', token: 'token', tokenSecret: 'secret' }],
    },
  };
}

const carla = { user: 'user-carla' };
const reads: readonly (readonly [CallName, string])[] = [
  ['listIntegrations', '/integrations'],
  ['getIntegration', environmentPath('warehouseSync')],
  ['listConnections', shopifyConnectionsPath],
  ['listActivations', shopifyPath],
];
const edit = (variables: object): HostRequest => ({
  ...carla,
  method: 'PATCH',
  body: { variables },
});
const writes: readonly (readonly [CallName, string, HostRequest])[] = [
  ['activate', shopifyPath, activateShopify()],
  ['updateVariables', `${carlaPath}/variables`, edit({ batchSize: 7 })],
  ['deactivate', carlaPath, { ...carla, method: 'DELETE' }],
  ['createConnection', `${netsuitePath}/connections`, connectNetsuite('POST')],
  ['reconnectConnection', ownNetsuitePath, connectNetsuite('PUT')],
  ['removeConnection', ownNetsuitePath, { method: 'DELETE' }],
  ['startAuthorization', authorizationsPath, { method: 'POST', body: { schemeIndex: 0 } }],
];
const calls: readonly (readonly [CallName, string, HostRequest])[] = [
  ...reads.map(([name, path]) => [name, path, carla] as const),
  ...writes,
];

function listRefusals(): Exchange[] {
  const [, , activate = {}] = writes[0] ?? [];
  const to = (status: number, name: string, path: string, request: HostRequest = {}): Exchange => ({
    name,
    path,
    request,
    status,
  });
  const withKey = (key: string): HostRequest => ({
    ...activate,
    headers: { 'Idempotency-Key': key },
  });
  const foreign = { Origin: 'https://evil.example' };
  const create = connectNetsuite('POST');
  const reconnect = connectNetsuite('PUT');
  const start: HostRequest = { method: 'POST', body: { schemeIndex: 0 } };
  const textPlain = { 'Content-Type': 'text/plain' };
  const tooLong = `"${'x'.repeat(300 * 1024)}"`;
  const usedPath = `${environmentPath('shopifyOrders')}/templates/${shopifyTemplate}/connections/${exampleIds.connections.carlaShopifyExpired}`;
  const unlisted = `/integrations/${madeUpId}`;
  return [
    ...calls.map(([name, path, request]) => to(401, name, path, { ...request, user: null })),
    ...calls.map(([name, path, request]) => to(403, name, path, { ...request, user: '..' })),
    ...writes.map(([name, path, request]) =>
      to(403, name, path, { ...request, headers: { ...request.headers, ...foreign } }),
    ),
    to(404, 'getIntegration', unlisted),
    to(404, 'listActivations', `${unlisted}/activations`),
    to(404, 'listConnections', `${unlisted}/templates/${madeUpId}/connections`),
    to(404, 'activate', `${unlisted}/activations`, activate),
    to(404, 'updateVariables', `${shopifyPath}/${madeUpId}/variables`, edit({})),
    to(404, 'deactivate', `${shopifyPath}/${madeUpId}`, { method: 'DELETE' }),
    to(404, 'createConnection', `${unlisted}/templates/${madeUpId}/connections`, create),
    to(404, 'reconnectConnection', `${netsuitePath}/connections/${madeUpId}`, reconnect),
    to(404, 'removeConnection', `${netsuitePath}/connections/${madeUpId}`, { method: 'DELETE' }),
    to(404, 'startAuthorization', `${unlisted}/templates/${madeUpId}/authorizations`, start),
    to(400, 'createConnection', `${netsuitePath}/connections`, { ...create, body: '{' }),
    to(400, 'reconnectConnection', ownNetsuitePath, { ...reconnect, headers: {} }),
    to(409, 'removeConnection', usedPath, { ...carla, method: 'DELETE' }),
    to(413, 'createConnection', `${netsuitePath}/connections`, { ...create, body: tooLong }),
    to(415, 'startAuthorization', authorizationsPath, { ...start, headers: textPlain }),
    to(422, 'createConnection', `${netsuitePath}/connections`, { ...create, body: {} }),
    to(422, 'startAuthorization', authorizationsPath, { ...start, body: { schemeIndex: 7 } }),
    to(400, 'listConnections', `${shopifyConnectionsPath}?after=x`),
    to(400, 'activate', shopifyPath, withKey('x')),
    to(400, 'activate', shopifyPath, { ...activate, body: '{' }),
    to(400, 'updateVariables', `${carlaPath}/variables`, { ...edit({}), body: '{' }),
    to(409, 'activate', `${environmentPath('hubspotContacts')}/activations`, activateSlack()),
    to(412, 'updateVariables', `${carlaPath}/variables`, {
      ...edit({ batchSize: 1 }),
      headers: { 'If-Match': 'other' },
    }),
    to(413, 'activate', shopifyPath, { ...activate, body: `"${'x'.repeat(300 * 1024)}"` }),
    to(413, 'updateVariables', `${carlaPath}/variables`, edit({ a: 'x'.repeat(300 * 1024) })),
    to(415, 'activate', shopifyPath, {
      ...activate,
      headers: { ...activate.headers, 'Content-Type': 'text/plain' },
    }),
    to(422, 'activate', shopifyPath, activateShopify({})),
    to(422, 'activate', shopifyPath, { ...activate, body: {} }),
    to(422, 'updateVariables', `${carlaPath}/variables`, edit({ undeclared: 1 })),
  ];
}

/** What of the answer is not as expected, or not as documented. */
async function judge(host: TestHost, { name, path, request, status }: Exchange): Promise<string[]> {
  const { method = 'GET' } = request;
  const [plain = ''] = path.split('?');
  const response = await host.send(path, request);
  const problems = await findAnswerProblems({ method, path: plain, response });
  const documented = findHostOperation(method, plain)?.operation.operationId;
  if (documented !== name) problems.push(`is ${documented}, not ${name}`);
  if (response.status !== status) problems.push(`answers ${response.status}, not ${status}`);
  return problems.map((problem) => `${name}: ${problem}`);
}

describe('the handler keeps to the document', () => {
  it('in every call', () => {
    expect(calls.map(([name]) => name).toSorted()).toEqual(Object.keys(hostApi).toSorted());
  });

  it.each(calls)('when it answers: %s', async (name, path, request) => {
    const { method = 'GET', body } = request;
    if (body !== undefined) expect(findBodyProblems(method, path, body)).toEqual([]);
    const [status] = hostApi[name].statuses;
    expect(await judge(createTestHost(), { name, path, request, status })).toEqual([]);
  });

  it('when a key is repeated', async () => {
    const host = createTestHost();
    const request = activateSlack();
    const exchange = { name: 'activate', path: slackActivationsPath, request };
    expect(await judge(host, { ...exchange, status: 201 })).toEqual([]);
    expect(await judge(host, { ...exchange, status: 200 })).toEqual([]);
  });

  it.each(listRefusals())('when it refuses: $name, $status', async (exchange) => {
    expect(await judge(createTestHost(), exchange)).toEqual([]);
  });

  it.each<[number, Fault]>([
    [429, { kind: 'rateLimited', retryAfterSeconds: 1 }],
    [502, { kind: 'html', status: 200 }],
    [503, { kind: 'dropBefore' }],
    [504, { kind: 'hang' }],
  ])('when the platform fails: %i', async (status, fault) => {
    const clock = createTestClock(Date.now());
    const runtime = { now: clock.now, schedule: clock.schedule };
    const host = createTestHost({ checkAnswers: false, runtime });
    for (const operation of ['ListUserActivations', 'GetProject', 'ActivateUser'] as const) {
      host.emulator.faults.add({ operation, fault, times: Infinity });
    }
    for (const [name, path, request] of calls) {
      expect(await clock.run(judge(host, { name, path, request, status }))).toEqual([]);
    }
  });

  it('when the host fails: 500', async () => {
    const host = createTestHost({ options: { identify: () => Promise.reject(new Error('down')) } });
    for (const [name, path, request] of calls) {
      expect(await judge(host, { name, path, request, status: 500 })).toEqual([]);
    }
  });
});

describe('the document refuses what the handler refuses', () => {
  it.each<[string, unknown]>([
    ['an unknown member', { connections: [], dynamicVariables: {}, userId: 'x' }],
    ['no variables', { connections: [] }],
    ['a new connection', { connections: [{ connection: {} }], dynamicVariables: {} }],
  ])('%s', async (_, body) => {
    const response = await createTestHost().send(shopifyPath, { ...activateShopify(), body });
    expect(response.status).toBe(422);
    expect(findBodyProblems('POST', shopifyPath, body)).not.toEqual([]);
  });
});
