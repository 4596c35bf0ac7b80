import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { createTestHost, type TestHost } from '../support/host.js';
import { environmentPath, shopifyConnectionsPath } from './example.js';
import { countOf, createTimedHost } from './timedHost.js';
import { createTestClock } from './testClock.js';

const { templates, environments, connections } = exampleIds;

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

  it('asks for a definition anew behind an answer, once, before it is too old', async () => {
    const { host, clock } = createTimedHost();
    const status = async (): Promise<unknown> =>
      (await host.send(environmentPath('shopifyOrders'))).json();
    await status();
    const environment = host.emulator.data.projects[0]?.environments[0];
    if (environment !== undefined) environment.status = 'suspended';
    await clock.advance(5_000);
    expect(await Promise.all([status(), status()])).toMatchObject([
      { status: 'available' },
      { status: 'available' },
    ]);
    await expect.poll(status).toMatchObject({ status: 'unavailable' });
    expect(countOf(host, 'GetProject')).toBe(2);
  });

  it('tells the host of a definition that cannot be renewed, and waits before it tries again', async () => {
    const { host, clock } = createTimedHost();
    const read = async (afterMs: number): Promise<unknown> => {
      await clock.advance(afterMs);
      const { status } = await host.send(environmentPath('shopifyOrders'));
      await clock.advance(0);
      return [status, countOf(host, 'GetProject'), host.errors.length];
    };
    expect(await read(0)).toEqual([200, 1, 0]);
    const fault = { kind: 'status', status: 500 } as const;
    host.emulator.faults.add({ operation: 'GetProject', fault, times: 2 });
    expect(await read(5_000)).toEqual([200, 2, 1]);
    expect(await read(2_400)).toEqual([200, 2, 1]);
    expect(await read(100)).toEqual([200, 3, 2]);
    expect(await read(2_400)).toEqual([200, 3, 2]);
    expect(host.errors.map(String)).toEqual(
      Array(2).fill("PlatformFailure: The platform's GetProject answered 500."),
    );
    expect(await read(100)).toEqual([200, 4, 2]);
  });

  it('renews a definition in time though the system clock is set back by an hour', async () => {
    const { host, clock, setBack } = createTimedHost();
    await clock.run(host.send(environmentPath('slackAlerts')));
    setBack(3_600_000);
    await clock.advance(11_000);
    await clock.run(host.send(environmentPath('slackAlerts')));
    expect(countOf(host, 'GetProject')).toBe(2);
  });

  it('keeps a definition as long as the host says', async () => {
    const { host } = createTimedHost({ options: { definitionMs: 0 } });
    await host.send(environmentPath('shopifyOrders'));
    await host.send(environmentPath('shopifyOrders'));
    expect(countOf(host, 'GetProject')).toBe(2);
    const patient = createTimedHost({ options: { definitionMs: 60_000 } });
    await patient.host.send(environmentPath('shopifyOrders'));
    await patient.clock.advance(29_000);
    await patient.host.send(environmentPath('shopifyOrders'));
    expect(countOf(patient.host, 'GetProject')).toBe(1);
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

  it('say when to come back though the platform did not', async () => {
    const { host, clock } = createTimedHost();
    const fault = { kind: 'status', status: 429 } as const;
    host.emulator.faults.add({ operation: 'ListConnections', fault, times: 3 });
    const response = await clock.run(host.send(shopifyConnectionsPath));
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '1']);
    expect(await response.json()).toHaveProperty('retryAfterSeconds', 1);
  });

  it.each([
    ['1.5', 200],
    ['-5', 200],
    ['soon', 200],
    ['in 5', 200],
    ['2', 2_000],
    [' 2 ', 2_000],
    ['date', 3_000],
  ])('wait after Retry-After: %s for %i ms', async (text, waitMs) => {
    let asked = 0;
    // The time of a date has no milliseconds.
    const clock = createTestClock(Math.ceil(Date.now() / 1000) * 1000);
    const started = clock.now();
    const host = createTestHost({
      runtime: { now: clock.now, schedule: clock.schedule, random: () => 0.5 },
      intercept: (fetch) => (request) => {
        if (!request.url.includes('/connections?') || (asked += 1) > 1) return fetch(request);
        const at = text === 'date' ? new Date(started + 3_000).toUTCString() : text;
        const headers = { 'Retry-After': at };
        return Promise.resolve(
          Response.json({ code: 'x', message: 'x' }, { status: 429, headers }),
        );
      },
      checkAnswers: false,
    });
    expect((await clock.run(host.send(shopifyConnectionsPath))).status).toBe(200);
    expect(clock.now() - started).toBe(waitMs);
  });

  it('wait for different times, so that clients do not come back together', async () => {
    const waits: number[] = [];
    for (const random of [0, 0.999]) {
      const clock = createTestClock(Date.now());
      const runtime = { now: clock.now, schedule: clock.schedule, random: () => random };
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
