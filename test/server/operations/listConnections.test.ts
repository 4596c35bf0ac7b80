import { describe, expect, it } from 'vitest';
import { exampleData, exampleIds, type PlatformData } from '../../../src/emulator.js';
import type { Connection } from '../../../src/domain/connection.js';
import type { Page } from '../../../src/domain/page.js';
import { hostApi } from '../../../src/wire/hostApi.js';
import { createTestHost, type HostRequest, type TestHost } from '../../support/host.js';
import { environmentPath, shopifyConnectionsPath } from '../example.js';
import { createTestClock } from '../testClock.js';

/** Amelia with many Shopify stores: "Store 000" and on, each third one in Leeds. */
function manyStores(count: number): PlatformData {
  const data = exampleData();
  const model = data.connections.find(({ id }) => id === exampleIds.connections.ameliaShopifyUk);
  if (model === undefined) throw new Error('no example');
  data.connections = data.connections.filter(({ systemId }) => systemId !== model.systemId);
  for (let index = 0; index < count; index += 1) {
    const number = String(index).padStart(3, '0');
    const place = index % 3 === 0 ? 'Leeds' : 'Hull';
    data.connections.push({
      ...model,
      id: `01JEXAMP1E000000MNY0000${number}`,
      name: `Store ${number} ${place}`,
      baseUrl: `https://store-${number}.myshopify.com/admin`,
    });
  }
  return data;
}

async function list(
  host: TestHost,
  query: string,
  request: HostRequest = {},
): Promise<Page<Connection>> {
  const response = await host.send(`${shopifyConnectionsPath}?${query}`, request);
  const parsed = hostApi.listConnections.parseAnswer(await response.json());
  if (!parsed.ok) throw new Error(`${response.status} ${parsed.at}`);
  return parsed.value;
}

/** Every page of a listing, one after the other. */
async function listAll(host: TestHost, query: string): Promise<string[]> {
  const names: string[] = [];
  let after: string | undefined;
  do {
    const cursor = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const page = await list(host, query + cursor);
    names.push(...page.items.map(({ name }) => name));
    after = page.next;
  } while (after !== undefined);
  return names;
}

describe('a user’s connections', () => {
  it('come in pages, each connection once', async () => {
    const host = createTestHost({ data: manyStores(45) });
    const page = await list(host, '');
    expect([page.items.length, page.totalCount]).toEqual([20, 45]);
    const names = await listAll(host, 'first=7');
    expect([names.length, new Set(names).size]).toEqual([45, 45]);
  });

  it('are a hundred at the most in one page', async () => {
    const host = createTestHost({ data: manyStores(120) });
    expect((await list(host, 'first=100000')).items).toHaveLength(100);
    expect(host.violations).toEqual([]);
  });

  it.each(['first=0', 'first=-1', 'first=x', 'first=1.5', 'first=', `search=${'x'.repeat(201)}`])(
    'answer 400 to %s',
    async (query) => {
      const response = await createTestHost().send(`${shopifyConnectionsPath}?${query}`);
      expect(response.status).toBe(400);
    },
  );

  it('are none for somebody whom the platform does not know, and nothing is asked for', async () => {
    const host = createTestHost();
    const nobody = { user: 'user-whom-nobody-knows' };
    expect(await list(host, '', nobody)).toEqual({ items: [], totalCount: 0 });
    expect(await list(host, 'search=leeds', nobody)).toEqual({ items: [] });
    const asked = host.emulator.requests.map(({ operation }) => operation);
    expect(asked).not.toContain('ListConnections');
  });

  it('are searched for by as much as 200 characters', async () => {
    expect(await list(createTestHost(), `search=${'x'.repeat(200)}`)).toEqual({ items: [] });
  });

  it('are only asked for with a system and a verified user', async () => {
    const host = createTestHost({ data: manyStores(45) });
    await listAll(host, 'first=20');
    await listAll(host, 'search=leeds');
    const urls = host.emulator.requests
      .filter(({ operation }) => operation === 'ListConnections')
      .map(({ url }) => new URL(url).searchParams);
    expect(urls.length).toBeGreaterThan(2);
    for (const query of urls) {
      expect(query.get('system_id')).toBe(exampleIds.systems.shopify);
      expect(query.get('end_user_id')).toBe(exampleIds.users.amelia.id);
    }
  });

  it('are not listed for a managed template, nor for an unknown one', async () => {
    const host = createTestHost();
    const { loqate } = exampleIds.templates.warehouseSync;
    const foreign = exampleIds.templates.shopifyOrders.shopify;
    for (const id of [loqate, foreign, 'x']) {
      const path = `${environmentPath('warehouseSync')}/templates/${id}/connections`;
      expect((await host.send(path)).status).toBe(404);
    }
  });
});

describe('a cursor', () => {
  it('says nothing of what the platform keeps in it', async () => {
    const host = createTestHost({ data: manyStores(45) });
    const { next = '' } = await list(host, 'first=5');
    const decoded = next.split('.').map((part) => atob(part.replace(/-/g, '+').replace(/_/g, '/')));
    expect(next + decoded.join()).not.toMatch(/cursor|01JEXAMP/);
  });

  it('answers 400 for another user, template or search, and where it was changed', async () => {
    const data = manyStores(45);
    const [store] = data.connections.filter(({ name }) => name.startsWith('Store'));
    if (store !== undefined)
      data.connections.push({
        ...store,
        endUserId: exampleIds.users.carla.id,
        id: '01JEXAMP1E000000MNY0000999',
      });
    const host = createTestHost({ data });
    const { next = '' } = await list(host, 'first=5');
    const found = await list(host, 'search=leeds&first=5');
    const netsuite = `${environmentPath('shopifyOrders')}/templates/${exampleIds.templates.shopifyOrders.netsuite}/connections`;
    const changed = next.slice(0, -3) + (next.endsWith('AAA') ? 'BBB' : 'AAA');
    const tries: readonly [string, HostRequest][] = [
      [`${shopifyConnectionsPath}?after=${next}`, { user: 'user-carla' }],
      [`${netsuite}?after=${next}`, {}],
      [`${shopifyConnectionsPath}?search=leeds&after=${next}`, {}],
      [`${shopifyConnectionsPath}?search=hull&after=${found.next}`, {}],
      [`${shopifyConnectionsPath}?after=${found.next}`, {}],
      [`${shopifyConnectionsPath}?after=${changed}`, {}],
      [`${shopifyConnectionsPath}?after=`, {}],
      [`${shopifyConnectionsPath}?after=x.y.z`, {}],
      [`${shopifyConnectionsPath}?after=%ff`, {}],
    ];
    for (const [path, request] of tries) {
      const { status } = await host.send(path, request);
      expect([path, status]).toEqual([path, 400]);
    }
  });

  it('is good in another process of the same host', async () => {
    const data = manyStores(45);
    const { next = '' } = await list(createTestHost({ data }), 'first=5');
    const page = await list(createTestHost({ data }), `first=5&after=${next}`);
    expect(page.items[0]?.name).toBe('Store 005 Hull');
  });
});

describe('a search', () => {
  it('finds names and hosts on every page of the platform, whatever the case', async () => {
    const host = createTestHost({ data: manyStores(250) });
    expect(await listAll(host, 'search=LEEDS&first=50')).toHaveLength(84);
    expect((await list(host, 'search=Store-249.MYshopify')).items).toHaveLength(1);
    expect((await list(host, 'search=nowhere')).items).toEqual([]);
    expect((await list(host, 'search=admin')).items).toEqual([]);
  });

  it('pages through its matches, each once', async () => {
    const host = createTestHost({ data: manyStores(250) });
    const names = await listAll(host, 'search=leeds&first=7');
    expect([names.length, new Set(names).size]).toEqual([84, 84]);
    expect((await list(host, 'search=leeds')).totalCount).toBeUndefined();
  });

  it('is all connections where it is empty', async () => {
    expect((await list(createTestHost(), 'search=%20')).totalCount).toBe(2);
  });

  it('says that it is incomplete where the time was over, and can be continued', async () => {
    const clock = createTestClock(Date.now());
    let pages = 0;
    const host = createTestHost({
      data: manyStores(250),
      runtime: { now: clock.now, monotonicNow: clock.now, schedule: clock.schedule },
      intercept: (fetch) => (request) => {
        if (!request.url.includes('/connections?') || (pages += 1) !== 2) return fetch(request);
        return new Promise<never>(() => {});
      },
    });
    const page = await clock.run(list(host, 'search=leeds&first=100'));
    expect([page.items.length, page.incomplete]).toEqual([34, true]);
    const rest = await clock.run(list(host, `search=leeds&first=100&after=${page.next}`));
    expect([rest.items.length, rest.incomplete]).toEqual([50, undefined]);
  });
});

describe('a walk that looks for a chosen connection', () => {
  const choose = (host: TestHost, existingConnectionId: string): Promise<Response> =>
    host.send(`${environmentPath('shopifyOrders')}/activations`, {
      method: 'POST',
      headers: { 'Idempotency-Key': crypto.randomUUID() },
      body: {
        connections: [
          {
            connectionTemplateId: exampleIds.templates.shopifyOrders.shopify,
            existingConnectionId,
          },
          {
            connectionTemplateId: exampleIds.templates.shopifyOrders.netsuite,
            existingConnectionId: exampleIds.connections.ameliaNetsuiteMain,
          },
        ],
        dynamicVariables: { warehouseCode: 'LDN-2', orderStatus: 'paid', batchSize: 10 },
      },
    });
  const walked = (host: TestHost): number =>
    host.emulator.requests.filter(({ url }) => url.includes(exampleIds.systems.shopify)).length;

  it('goes to the last page, and stops at the match', async () => {
    const host = createTestHost({ data: manyStores(450) });
    expect((await choose(host, '01JEXAMP1E000000MNY0000449')).status).toBe(201);
    expect(walked(host)).toBe(5);
    host.emulator.requests.length = 0;
    expect((await choose(host, '01JEXAMP1E000000MNY0000120')).status).toBe(201);
    expect(walked(host)).toBe(2);
  });

  it('answers 503, not 422, where the time runs out', async () => {
    const clock = createTestClock(Date.now());
    const host = createTestHost({
      data: manyStores(450),
      runtime: { now: clock.now, monotonicNow: clock.now, schedule: clock.schedule },
    });
    const fault = { kind: 'hang' } as const;
    host.emulator.faults.add({ operation: 'ListConnections', fault, times: 2 });
    expect((await clock.run(choose(host, '01JEXAMP1E000000MNY0000449'))).status).toBe(503);
  });
});
