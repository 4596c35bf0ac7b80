import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { createTestHost, type PlatformFetch, type TestHost } from '../support/host.js';
import { activateShopify, environmentPath, shopifyConnectionsPath } from './example.js';

const { connections, templates } = exampleIds;

/** The platform answers for every system, whatever is asked for. */
const ignoreSystem =
  (fetch: PlatformFetch): PlatformFetch =>
  (request) =>
    fetch(new Request(request.url.replace(/system_id=\w+&/, ''), request));

async function listIds(host: TestHost, query = ''): Promise<string[]> {
  const response = await host.send(shopifyConnectionsPath + query);
  const { items } = (await response.json()) as { items: { id: string }[] };
  return items.map(({ id }) => id);
}

describe('connections of another system', () => {
  it('are not listed though the platform sends them', async () => {
    const expected = await listIds(createTestHost());
    const host = createTestHost({ intercept: ignoreSystem });
    expect((await listIds(host, '?first=100')).toSorted()).toEqual(expected.toSorted());
  });

  it('are not found by a search though the platform sends them', async () => {
    const host = createTestHost({ intercept: ignoreSystem });
    const found = await listIds(host, '?search=c&first=100');
    expect(found).not.toContain(connections.ameliaNetsuiteMain);
    expect(found).not.toContain(connections.ameliaSlack);
  });

  it('cannot be chosen though the platform sends them', async () => {
    const host = createTestHost({ intercept: ignoreSystem });
    const { shopify, netsuite } = templates.shopifyOrders;
    const response = await host.send(`${environmentPath('shopifyOrders')}/activations`, {
      ...activateShopify(),
      body: {
        connections: [
          { connectionTemplateId: shopify, existingConnectionId: connections.ameliaSlack },
          { connectionTemplateId: netsuite, existingConnectionId: connections.ameliaNetsuiteMain },
        ],
        dynamicVariables: {},
      },
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      fields: [{ path: '/connections/0/existingConnectionId' }],
    });
  });
});

describe('a connection whose system the platform leaves out', () => {
  it('is listed and can be chosen, since it was asked for by system', async () => {
    const host = createTestHost();
    for (const connection of host.emulator.data.connections) {
      connection.absentMembers = ['systemId', 'connectionTemplateId'];
    }
    expect(await listIds(host)).toContain(connections.ameliaShopifyUk);
    const path = `${environmentPath('shopifyOrders')}/activations`;
    expect((await host.send(path, activateShopify())).status).toBe(201);
  });
});

describe('pages that lead round in a circle', () => {
  it('end a search as an answer that cannot be used', async () => {
    let pages = 0;
    const circle: Record<string, string> = { '': 'a', a: 'b', b: 'a' };
    const host = createTestHost({
      checkAnswers: false,
      intercept: (fetch) => async (request) => {
        if (!request.url.includes('/connections?')) return fetch(request);
        pages += 1;
        // Ends a walk that nothing else ends.
        if (pages > 5) return Response.json({ items: [], totalCount: 0 });
        const after = new URL(request.url).searchParams.get('after') ?? '';
        return Response.json({ items: [], totalCount: 0, next: circle[after] });
      },
    });
    const response = await host.send(`${shopifyConnectionsPath}?search=nothing`);
    expect([response.status, pages]).toEqual([502, 3]);
    expect(host.errors.join()).toMatch(/ListConnections.*pages/);
  });
});

describe('pages that a search has read', () => {
  it('serve no list: each page of it is read anew', async () => {
    const host = createTestHost();
    const { next } = (await (await host.send(`${shopifyConnectionsPath}?first=1`)).json()) as {
      next: string;
    };
    const secondPage = `?first=1&after=${encodeURIComponent(next)}`;
    const before = await listIds(host, secondPage);
    for (const connection of host.emulator.data.connections) {
      if (before.includes(connection.id)) connection.endUserId = exampleIds.users.bashir.id;
    }
    expect(await listIds(host, secondPage)).not.toEqual(before);
  });

  it('do not hide a connection that was made since from an activation', async () => {
    const host = createTestHost();
    const chosen = host.emulator.data.connections.find(
      ({ id }) => id === connections.ameliaShopifyUk,
    );
    if (chosen === undefined) throw new Error('The example lacks the connection.');
    const owner = chosen.endUserId;
    chosen.endUserId = exampleIds.users.bashir.id;
    expect(await listIds(host, '?search=nothing')).toEqual([]);
    chosen.endUserId = owner;
    const path = `${environmentPath('shopifyOrders')}/activations`;
    expect((await host.send(path, activateShopify())).status).toBe(201);
  });
});
