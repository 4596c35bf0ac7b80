import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import { createTestHost, exampleIntegrations } from '../../support/host.js';
import { activateSlack, environmentPath, slackActivationsPath } from '../example.js';
import { countOf, createTimedHost } from '../timedHost.js';

const { environments } = exampleIds;

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
    // What is only late is no error.
    expect(host.errors.map(String)).toEqual([expect.stringContaining('500')]);
  });

  it('are withheld as a whole where the platform shows the list of another user', async () => {
    const { host } = createTimedHost({
      intercept: (fetch) => async (request) => {
        const response = await fetch(request);
        if (!request.url.endsWith('/activations')) return response;
        return new Response(
          (await response.text()).replaceAll('user-bashir', 'user-carla'),
          response,
        );
      },
    });
    expect((await host.send('/integrations', { user: 'user-bashir' })).status).toBe(500);
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

describe('the icon of an integration', () => {
  const readIcon = async (iconUrl: string): Promise<unknown> => {
    const integrations = exampleIntegrations.slice(0, 1).map((each) => ({ ...each, iconUrl }));
    const host = createTestHost({ options: { integrations } });
    const { items } = (await (await host.send('/integrations')).json()) as { items: object[] };
    const messages = host.logs.filter(({ event }) => event === 'misconfigured');
    return [items[0], messages];
  };

  it.each(['https://cdn.example/a.svg', 'http://localhost/a.svg', '/icons/a.svg', 'a.svg?b=1'])(
    'is passed on: %s',
    async (iconUrl) => {
      expect(await readIcon(iconUrl)).toEqual([expect.objectContaining({ iconUrl }), []]);
    },
  );

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:image/svg+xml,<svg/>',
    'http://',
  ])('is left out, and the host is told: %j', async (iconUrl) => {
    const [summary, messages] = (await readIcon(iconUrl)) as [object, unknown[]];
    expect(summary).not.toHaveProperty('iconUrl');
    expect(summary).toMatchObject({ status: 'available' });
    expect(messages).toEqual([
      expect.objectContaining({ message: expect.stringContaining('iconUrl') as string }),
    ]);
  });
});

const manyIntegrations = Array.from({ length: 20 }, (_, index) => ({
  projectId: exampleIds.projects.shopifyOrders,
  environmentId: `01JEXAMP1E000000ENV00001${String(index).padStart(2, '0')}`,
}));
