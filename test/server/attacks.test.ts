import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpBackend } from '../../src/backend/createHttpBackend.js';
import { canaries, exampleData, exampleIds } from '../../src/emulator.js';
import { createTestHost, type HostRequest, hostOrigin, type TestHost } from '../support/host.js';
import {
  activateShopify,
  activateSlack,
  environmentPath,
  madeUpId,
  readAll,
  shopifyConnectionsPath,
  slackActivationsPath,
  slackChoice,
} from './example.js';

const { connections, activations, environments, templates } = exampleIds;

/** The answer to the byte, and every call that it took, in whatever order. */
async function observe(path: string, request: HostRequest = {}): Promise<unknown> {
  const host = createTestHost();
  const answer = await readAll(await host.send(path, request));
  const calls = host.emulator.requests.map(({ method, url, body }) =>
    JSON.stringify([method, url, body]),
  );
  return { answer, calls: calls.toSorted() };
}

describe('somebody who guesses ids learns nothing', () => {
  const choose = (existingConnectionId: string): HostRequest => ({
    ...activateSlack('3b241101-e2bb-4255-8caf-4136c566a962'),
    body: { connections: [{ ...slackChoice, existingConnectionId }], dynamicVariables: {} },
  });

  it.each([
    ['another user’s connection', connections.carlaSlack],
    ['another system’s connection', connections.ameliaXero],
    ['the host’s own connection', connections.staticLoqate],
  ])('of %s: the same bytes and calls as for one that does not exist', async (_, id) => {
    const real = await observe(slackActivationsPath, choose(id));
    expect(real).toEqual(await observe(slackActivationsPath, choose(madeUpId)));
  });

  it('of a template of another integration', async () => {
    const toPath = (id: string): string =>
      `${environmentPath('slackAlerts')}/templates/${id}/connections`;
    const real = await observe(toPath(templates.shopifyOrders.shopify));
    expect(real).toEqual(await observe(toPath(madeUpId)));
  });

  it.each<[string, string, HostRequest]>([
    ['editing', '/variables', { method: 'PATCH', body: { variables: { batchSize: 1 } } }],
    [
      'editing at a revision',
      '/variables',
      {
        method: 'PATCH',
        body: { variables: {} },
        headers: { 'If-Match': 'x' },
      },
    ],
    ['ending', '', { method: 'DELETE' }],
  ])('of another user’s activation, by %s it', async (_, rest, request) => {
    const toPath = (id: string): string =>
      `${environmentPath('shopifyOrders')}/activations/${id}${rest}`;
    const real = await observe(toPath(activations.carlaShopify), request);
    expect(real).toEqual(await observe(toPath(madeUpId), request));
  });

  it('of another user’s intent, by repeating its key', async () => {
    const host = createTestHost();
    const key = crypto.randomUUID();
    const own = await host.send(slackActivationsPath, activateSlack(key));
    const body = {
      connections: [{ ...slackChoice, existingConnectionId: connections.carlaSlack }],
      dynamicVariables: {},
    };
    const request = { ...activateSlack(key), body, user: 'user-carla' };
    const other = await host.send(slackActivationsPath, request);
    expect([own.status, other.status]).toEqual([201, 201]);
    const ids = [await own.json(), await other.json()] as { id: string }[];
    expect(ids[0]?.id).not.toBe(ids[1]?.id);
  });
});

describe('a path that climbs out of its place is not followed', () => {
  const climbing = ['..', '.', '%2e%2e', '%2E%2E', '..%2f..', '%2e%2e%2f', '..%5c', '%252e%252e'];

  it.each(climbing)('%s in place of any id reaches nothing of the platform', async (part) => {
    const host = createTestHost();
    const variables = { method: 'PATCH', body: { variables: {} } };
    const slack = environmentPath('slackAlerts');
    for (const [path, request] of [
      [`/integrations/${part}`, {}],
      [`/integrations/${part}/activations`, activateSlack()],
      [`${slack}/templates/${part}/connections`, {}],
      [`${slack}/activations/${part}/variables`, variables],
      [`${slack}/activations/${part}x`, { method: 'DELETE' }],
    ] as const) {
      const { status } = await host.send(path, request);
      // Where a URL collapses it, another path of the host API may be meant, or none.
      expect([404, 405]).toContain(status);
    }
    const isClimbing = ({ url }: { url: string }): boolean => /\.\.|%2e|%5c/i.test(url);
    expect(host.emulator.requests.filter(isClimbing)).toEqual([]);
    expect(host.emulator.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it.each(['..', '.', '../x', '%2e%2e'])(
    '%s as a chosen connection is sent nowhere',
    async (id) => {
      const host = createTestHost();
      const body = {
        connections: [{ ...slackChoice, existingConnectionId: id }],
        dynamicVariables: {},
      };
      const response = await host.send(slackActivationsPath, { ...activateSlack(), body });
      expect(response.status).toBe(422);
      expect(JSON.stringify(host.emulator.requests)).not.toContain('..');
    },
  );

  it.each(['..', '.', ''])(
    '%j is not even sent by the browser’s own end',
    async (environmentId) => {
      const fetch = (): never => {
        throw new Error('it was sent');
      };
      const backend = createHttpBackend({ baseUrl: '/api/onboarding', fetch });
      const { signal } = new AbortController();
      await expect(backend.getIntegration({ environmentId }, { signal })).rejects.toThrow(
        'cannot stand in a URL',
      );
    },
  );
});

describe('a platform that redirects', () => {
  const closers: (() => void)[] = [];

  afterEach(() => closers.splice(0).forEach((close) => close()));

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    closers.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it.each([301, 302, 303, 307, 308])(
    'with %i is not followed, and nobody else gets the credential',
    async (status) => {
      const reached: IncomingMessage[] = [];
      const elsewhere = await serve((request, response) => {
        reached.push(request);
        response.end('[]');
      });
      const baseUrl = await serve((_, response) => {
        response.writeHead(status, { Location: elsewhere }).end();
      });
      const platform = { baseUrl, fetch: (request: Request) => fetch(request) };
      const host = createTestHost({ platform });
      for (const [path, request] of [
        ['/integrations', {}],
        [slackActivationsPath, {}],
        [slackActivationsPath, activateSlack()],
      ] as const) {
        expect((await host.send(path, request)).status).toBe(503);
      }
      expect(reached).toEqual([]);
    },
  );
});

describe('a log that leaks', () => {
  async function useEverything(host: TestHost): Promise<void> {
    const { headers } = activateShopify();
    await host.send('/integrations');
    await host.send(`${shopifyConnectionsPath}?search=canary-in-search`);
    await host.send(slackActivationsPath, activateSlack());
    await host.send(`${environmentPath('shopifyOrders')}/activations`, {
      method: 'POST',
      headers: { ...headers, Cookie: 'session=canary-session', Authorization: 'Bearer canary' },
      body: { connections: [], dynamicVariables: { webhookSecret: 'canary-typed' } },
    });
    await host.send('/integrations/canary-path', { user: null });
  }

  it('would name more than operation, method, status, duration and an id', async () => {
    const host = createTestHost();
    await useEverything(host);
    const members = new Set(host.logs.flatMap((entry) => Object.keys(entry)));
    const answered = ['event', 'requestId', 'operation', 'method', 'status', 'durationMs'];
    expect([...members].toSorted()).toEqual(answered.toSorted());
  });

  it('would quote what was sent, or what the platform said of its own failure', async () => {
    const host = createTestHost();
    const message = canaries.findIn(JSON.stringify(exampleData()))[0] ?? '';
    expect(message).not.toBe('');
    for (const operation of ['GetProject', 'ListUserActivations', 'ActivateUser'] as const) {
      const fault = { kind: 'status', status: 500, message } as const;
      host.emulator.faults.add({ operation, fault, times: 9 });
    }
    await useEverything(host);
    const told = JSON.stringify([
      host.logs,
      host.errors.map((error) => [
        String(error),
        error.stack,
        JSON.stringify(error),
        inspect(error, { depth: null, showHidden: true }),
      ]),
    ]);
    expect(host.errors.length).toBeGreaterThan(0);
    expect(told).not.toMatch(/canary|Bearer|eyJ|session=/);
  });
});

describe('a page of a sibling domain', () => {
  it.each(['deactivate', 'activate'])('cannot %s: same-site is not same-origin', async (what) => {
    const host = createTestHost();
    const headers = {
      'Sec-Fetch-Site': 'same-site',
      Origin: 'https://blog.fernway.example',
      Referer: `${hostOrigin}/settings`,
    };
    const request: HostRequest =
      what === 'activate'
        ? { ...activateSlack(), headers: { ...activateSlack().headers, ...headers } }
        : { method: 'DELETE', headers };
    const path =
      what === 'activate'
        ? slackActivationsPath
        : `/integrations/${environments.shopifyOrders}/activations/${activations.carlaShopify}`;
    const response = await host.send(path, { ...request, user: 'user-carla' });
    expect(response.status).toBe(403);
    expect(host.emulator.requests).toEqual([]);
  });
});
