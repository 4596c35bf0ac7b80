import { describe, expect, it } from 'vitest';
import { exampleIds, type Fault } from '../../../src/emulator.js';
import { createTestHost, exampleIntegrations } from '../../support/host.js';
import { activateSlack, madeUpId, readProblem, slackActivationsPath } from '../example.js';
import { countCalls, shipbobPath, shopifyPath } from '../connectExample.js';

const { connections } = exampleIds;
const remove = { method: 'DELETE' };
const leedsPath = `${shipbobPath}/connections/${connections.ameliaShipbobLeeds}`;
const expiredPath = `${shopifyPath}/connections/${connections.carlaShopifyExpired}`;

describe('an account', () => {
  it('is removed, and is not there any more', async () => {
    const host = createTestHost();
    expect((await host.send(leedsPath, remove)).status).toBe(204);
    expect((await host.send(leedsPath, remove)).status).toBe(404);
    expect(host.emulator.data.connections.map(({ id }) => id)).not.toContain(
      connections.ameliaShipbobLeeds,
    );
  });

  it('stays while it is in use, and the user hears where', async () => {
    const host = createTestHost();
    const response = await host.send(expiredPath, { ...remove, user: 'user-carla' });
    expect([response.status, await response.json()]).toMatchObject([
      409,
      { code: 'conflict', usedBy: ['Shopify orders'] },
    ]);
    expect(countCalls(host, 'DeleteConnection')).toBe(0);
  });

  it('is removed though another one of the user’s is in use', async () => {
    const host = createTestHost();
    expect((await host.send(slackActivationsPath, activateSlack())).status).toBe(201);
    expect((await host.send(leedsPath, remove)).status).toBe(204);
  });

  it('is found by no later search', async () => {
    const host = createTestHost();
    const search = async (): Promise<string> =>
      (await host.send(`${shipbobPath}/connections?search=leeds`)).text();
    expect(await search()).toContain(connections.ameliaShipbobLeeds);
    await host.send(leedsPath, remove);
    expect(await search()).not.toContain(connections.ameliaShipbobLeeds);
  });

  it('stays where it is used by what the host does not offer', async () => {
    const host = createTestHost();
    const fault = { kind: 'status', status: 400, message: 'in use' } as const;
    host.emulator.faults.add({ operation: 'DeleteConnection', fault });
    const response = await host.send(leedsPath, remove);
    expect(response.status).toBe(409);
    expect(await readProblem(response)).not.toHaveProperty('usedBy');
  });

  it('stays where the host does not let users remove accounts', async () => {
    const integrations = exampleIntegrations.map((each) => ({ ...each, templates: {} }));
    const host = createTestHost({ options: { integrations } });
    expect((await host.send(leedsPath, remove)).status).toBe(403);
    expect(countCalls(host, 'DeleteConnection')).toBe(0);
  });

  it.each([connections.carlaShipbobFailing, connections.ameliaXero, madeUpId])(
    'that is another’s is not found: %s',
    async (id) => {
      const host = createTestHost();
      expect((await host.send(`${shipbobPath}/connections/${id}`, remove)).status).toBe(404);
      expect(countCalls(host, 'DeleteConnection')).toBe(0);
    },
  );

  it.each<[string, Fault, number]>([
    ['is not found where somebody else has just removed it', { kind: 'status', status: 404 }, 404],
    ['is gone where the answer was lost after it', { kind: 'dropAfter' }, 204],
    ['may be there where it was lost before', { kind: 'dropBefore' }, 503],
    ['is not gone for want of rights', { kind: 'status', status: 403 }, 503],
    ['is not gone where the platform is busy', { kind: 'rateLimited', retryAfterSeconds: 3 }, 429],
  ])('%s', async (_, fault, status) => {
    const host = createTestHost();
    host.emulator.faults.add({ operation: 'DeleteConnection', fault });
    expect((await host.send(leedsPath, remove)).status).toBe(status);
  });
});
