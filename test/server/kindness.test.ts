import { describe, expect, it } from 'vitest';
import { exampleIds, type OperationName } from '../../src/emulator.js';
import { createTestHost, type TestHost } from '../support/host.js';
import {
  activateSlack,
  environmentPath,
  shopifyConnectionsPath,
  slackActivationsPath,
} from './example.js';
import { createTestClock } from './testClock.js';

const { templates, environments, connections } = exampleIds;

function createTimedHost(options: Parameters<typeof createTestHost>[0] = {}): {
  host: TestHost;
  clock: ReturnType<typeof createTestClock>;
} {
  const clock = createTestClock(Date.now());
  const runtime = { now: clock.now, sleep: clock.sleep, random: () => 0.5 };
  return { clock, host: createTestHost({ ...options, runtime }) };
}

const countOf = (host: TestHost, operation: OperationName): number =>
  host.emulator.requests.filter((each) => each.operation === operation).length;

/** What a browser asks for when the page opens. */
async function openPage(host: TestHost, key: 'shopifyOrders' | 'warehouseSync'): Promise<void> {
  const root = environmentPath(key);
  await Promise.all([host.send(root), host.send(`${root}/activations`)]);
  const dynamic =
    key === 'shopifyOrders'
      ? Object.values(templates.shopifyOrders)
      : [templates.warehouseSync.shipbob, templates.warehouseSync.netsuite];
  await Promise.all(dynamic.map((id) => host.send(`${root}/templates/${id}/connections`)));
}

describe('a page load', () => {
  it('costs four calls and one for each dynamic template when cold', async () => {
    const { host } = createTimedHost();
    await openPage(host, 'shopifyOrders');
    expect(host.emulator.requests.map(({ operation }) => operation).toSorted()).toEqual([
      'GetEndUser',
      'GetProject',
      'ListConnections',
      'ListConnections',
      'ListProjectConnectionTemplates',
      'ListUserActivations',
    ]);
  });

  it('costs one more where a template is managed and the host does not name its connection', async () => {
    const { host } = createTimedHost();
    await openPage(host, 'warehouseSync');
    expect(countOf(host, 'ListEnvironmentConnections')).toBe(1);
    expect(host.emulator.requests).toHaveLength(7);
    const named = createTestHost({
      options: {
        integrations: [
          {
            projectId: exampleIds.projects.warehouseSync,
            environmentId: environments.warehouseSync,
            staticConnections: { [templates.warehouseSync.loqate]: connections.staticLoqate },
          },
        ],
      },
    });
    await openPage(named, 'warehouseSync');
    expect(named.emulator.requests).toHaveLength(6);
  });

  it('costs one for the activations and one for each dynamic template when warm', async () => {
    const { host } = createTimedHost();
    await openPage(host, 'shopifyOrders');
    host.emulator.requests.length = 0;
    await openPage(host, 'shopifyOrders');
    expect(host.emulator.requests.map(({ operation }) => operation).toSorted()).toEqual([
      'ListConnections',
      'ListConnections',
      'ListUserActivations',
    ]);
  });

  it('sees what changed on the platform within seconds', async () => {
    const { host, clock } = createTimedHost();
    const status = async (): Promise<unknown> =>
      (await host.send(environmentPath('shopifyOrders'))).json();
    expect(await status()).toMatchObject({ status: 'available' });
    const environment = host.emulator.data.projects[0]?.environments[0];
    if (environment !== undefined) environment.status = 'suspended';
    await clock.advance(10_000);
    expect(await status()).toMatchObject({ status: 'unavailable' });
  });
});

describe('reads', () => {
  it.each([429, 502, 503, 504])(
    'are tried again, twice at the most, after a %i',
    async (status) => {
      for (const [times, expected] of [
        [2, 200],
        [3, status === 429 ? 429 : 503],
      ] as const) {
        const { host, clock } = createTimedHost();
        const fault = { kind: 'status', status } as const;
        host.emulator.faults.add({ operation: 'ListConnections', fault, times });
        const response = await clock.run(host.send(shopifyConnectionsPath));
        expect(response.status).toBe(expected);
        expect(countOf(host, 'ListConnections')).toBe(3);
      }
    },
  );

  it('are tried again after a broken connection, and never after another status', async () => {
    const { host, clock } = createTimedHost();
    host.emulator.faults.add({ operation: 'ListConnections', fault: { kind: 'dropAfter' } });
    expect((await clock.run(host.send(shopifyConnectionsPath))).status).toBe(200);
    const fault = { kind: 'status', status: 500 } as const;
    host.emulator.faults.add({ operation: 'ListConnections', fault });
    expect((await clock.run(host.send(shopifyConnectionsPath))).status).toBe(503);
    expect(countOf(host, 'ListConnections')).toBe(3);
  });

  it('wait as long as the platform asks for', async () => {
    const { host, clock } = createTimedHost();
    const fault = { kind: 'rateLimited', retryAfterSeconds: 3 } as const;
    host.emulator.faults.add({ operation: 'ListConnections', fault });
    const started = clock.now();
    expect((await clock.run(host.send(shopifyConnectionsPath))).status).toBe(200);
    expect(clock.now() - started).toBe(3_000);
  });

  it('do not wait past their deadline, and say when to come back', async () => {
    const { host, clock } = createTimedHost();
    const fault = { kind: 'rateLimited', retryAfterSeconds: 30 } as const;
    host.emulator.faults.add({ operation: 'ListConnections', fault });
    const started = clock.now();
    const response = await clock.run(host.send(shopifyConnectionsPath));
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '30']);
    expect(clock.now() - started).toBe(0);
  });

  it('wait for different times, so that clients do not come back together', async () => {
    const waits: number[] = [];
    for (const random of [0, 0.999]) {
      const clock = createTestClock(Date.now());
      const runtime = { now: clock.now, sleep: clock.sleep, random: () => random };
      const host = createTestHost({ runtime });
      host.emulator.faults.add({ operation: 'ListConnections', fault: { kind: 'dropBefore' } });
      const started = clock.now();
      await clock.run(host.send(shopifyConnectionsPath));
      waits.push(clock.now() - started);
    }
    expect(waits[0]).toBe(100);
    expect(waits[1]).toBeCloseTo(300, -1);
  });

  it('take timeoutMs together at the most', async () => {
    const { host, clock } = createTimedHost({ platform: { timeoutMs: 4_000 } });
    host.emulator.faults.add({ operation: 'ListConnections', fault: { kind: 'hang' }, times: 9 });
    const started = clock.now();
    expect((await clock.run(host.send(shopifyConnectionsPath))).status).toBe(504);
    expect(clock.now() - started).toBe(4_000);
  });

  it('are one where they are equal and at the same time', async () => {
    const { host } = createTimedHost();
    await Promise.all(Array.from({ length: 5 }, () => host.send(shopifyConnectionsPath)));
    expect(countOf(host, 'ListConnections')).toBe(1);
    await host.send(shopifyConnectionsPath);
    expect(countOf(host, 'ListConnections')).toBe(2);
  });

  it('are never shared by two users', async () => {
    const { host } = createTimedHost();
    const users = ['user-amelia', 'user-bashir', 'user-carla'];
    const answers = await Promise.all(
      users.map((user) => host.send(shopifyConnectionsPath, { user })),
    );
    const bodies = await Promise.all(answers.map((each) => each.text()));
    expect(new Set(bodies).size).toBe(3);
    expect(countOf(host, 'ListConnections')).toBe(3);
  });

  it('are ended once nobody waits for them', async () => {
    const signals: AbortSignal[] = [];
    const { host, clock } = createTimedHost({
      intercept: (fetch) => (request) => {
        if (request.url.includes('/connections?')) signals.push(request.signal);
        return fetch(request);
      },
    });
    host.emulator.faults.add({ operation: 'ListConnections', fault: { kind: 'hang' } });
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [first, second].map(({ signal }) =>
      host.send(shopifyConnectionsPath, { signal }),
    );
    await clock.advance(0);
    first.abort();
    await clock.advance(0);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    second.abort();
    await Promise.all(answers);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(host.errors).toEqual([]);
  });

  it('that failed are not kept', async () => {
    const { host } = createTimedHost();
    const fault = { kind: 'status', status: 500 } as const;
    host.emulator.faults.add({ operation: 'GetProject', fault });
    expect((await host.send(environmentPath('shopifyOrders'))).status).toBe(503);
    expect((await host.send(environmentPath('shopifyOrders'))).status).toBe(200);
  });
});

describe('the counts of the hub', () => {
  it('are asked for six at a time', async () => {
    let [open, most] = [0, 0];
    const { host } = createTimedHost({
      intercept: (fetch) => async (request) => {
        const isList = request.url.endsWith('/activations');
        if (isList) most = Math.max(most, (open += 1));
        await new Promise((next) => setImmediate(next));
        const response = await fetch(request);
        if (isList) open -= 1;
        return response;
      },
      options: { integrations: manyIntegrations },
    });
    const project = host.emulator.data.projects[0];
    const [environment] = project?.environments ?? [];
    for (const { environmentId } of manyIntegrations) {
      if (environment) project?.environments.push({ ...environment, id: environmentId });
    }
    const response = await host.send('/integrations');
    expect(await response.json()).toHaveProperty('items.length', manyIntegrations.length);
    expect(most).toBe(6);
  });

  it('are kept for half a minute', async () => {
    const { host, clock } = createTimedHost();
    await host.send('/integrations');
    await clock.advance(29_000);
    await host.send('/integrations');
    expect(countOf(host, 'ListUserActivations')).toBe(5);
    await clock.advance(2_000);
    await host.send('/integrations');
    expect(countOf(host, 'ListUserActivations')).toBe(10);
  });

  it('are null where they cannot be learnt in a short time, or at all', async () => {
    const { host, clock } = createTimedHost();
    host.emulator.faults.add({ operation: 'ListUserActivations', fault: { kind: 'hang' } });
    const fault = { kind: 'status', status: 500 } as const;
    host.emulator.faults.add({ operation: 'ListUserActivations', fault });
    const started = clock.now();
    const body: unknown = await (await clock.run(host.send('/integrations'))).json();
    expect(clock.now() - started).toBeLessThanOrEqual(2_000);
    expect(body).toMatchObject({
      items: [
        { activationCount: null, needsAttention: null, status: 'available' },
        { activationCount: null, needsAttention: null },
        { activationCount: 0, needsAttention: false },
        {},
        {},
      ],
    });
  });

  it('are new after a write of the user, and only of that user', async () => {
    const { host } = createTimedHost();
    const count = async (user: string): Promise<unknown> =>
      (await host.send(environmentPath('slackAlerts'), { user })).json();
    expect(await count('user-bashir')).toMatchObject({ activationCount: 1 });
    expect(await count('user-amelia')).toMatchObject({ activationCount: 0 });
    const before = countOf(host, 'ListUserActivations');
    expect((await host.send(slackActivationsPath, activateSlack())).status).toBe(201);
    expect(await count('user-amelia')).toMatchObject({ activationCount: 1 });
    expect(await count('user-bashir')).toMatchObject({ activationCount: 1 });
    expect(countOf(host, 'ListUserActivations') - before).toBe(2);
  });

  it('leave out one integration that fails, not all of them', async () => {
    const { host } = createTimedHost();
    const fault = { kind: 'status', status: 500 } as const;
    host.emulator.faults.add({ operation: 'GetProject', fault });
    const body: unknown = await (await host.send('/integrations')).json();
    expect(body).toMatchObject({
      items: [
        { status: 'unavailable', name: environments.shopifyOrders },
        { status: 'available' },
        {},
        {},
        {},
      ],
    });
    host.emulator.faults.add({ operation: 'GetProject', fault, times: 9 });
    const fresh = createTestHost({ emulator: host.emulator });
    expect((await fresh.send('/integrations')).status).toBe(503);
  });
});

const manyIntegrations = Array.from({ length: 20 }, (_, index) => ({
  projectId: exampleIds.projects.shopifyOrders,
  environmentId: `01JEXAMP1E000000ENV00001${String(index).padStart(2, '0')}`,
}));
