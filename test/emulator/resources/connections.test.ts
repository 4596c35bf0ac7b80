import { describe, expect, it } from 'vitest';
import { exampleIds, largeData } from '../../../src/emulator.js';
import { now, type Reply, startPlatform } from '../startPlatform.js';

const { users, systems, connections, projects, environments } = exampleIds;

function ids(reply: Reply): string[] {
  const items = reply.at('items');
  return Array.isArray(items) ? items.map((item: { id: string }) => item.id) : [];
}

describe('ListConnections', () => {
  const shipbob = `/connections?system_id=${systems.shipbob}&end_user_id=${users.amelia.id}`;

  it("lists a user's connections to one system, secrets and all", async () => {
    const { call } = startPlatform();
    const reply = await call('GET', shipbob);
    expect(reply.status).toBe(200);
    expect(reply.at('totalCount')).toBe(6);
    expect(reply.body).not.toHaveProperty('next');
    expect(reply.body).not.toHaveProperty('prev');
    expect(ids(reply)).toEqual([
      connections.ameliaShipbobLeeds,
      connections.ameliaShipbobRotterdam,
      connections.ameliaShipbobReturns,
      connections.ameliaShipbobPartner,
      connections.ameliaShipbobLegacy,
      connections.ameliaShipbobSandbox,
    ]);
    expect(reply.at('items.0.credentials.0.credential.data.string.value')).toContain('canary-');
    expect(reply.text).not.toContain('endUserId');
  });

  it('answers with everything that the organisation has where nothing is asked for', async () => {
    const { platform, call } = startPlatform();
    const { at } = await call('GET', '/connections?first=100');
    expect(at('totalCount')).toBe(platform.data.connections.length);
  });

  it('filters by system alone, static ones included', async () => {
    const { call } = startPlatform();
    const found = ids(await call('GET', `/connections?system_id=${systems.shopify}`));
    expect(found).toContain(connections.bashirShopify);
    expect(found).toContain(connections.staticShopify);
    expect(found).not.toContain(connections.bashirSlack);
  });

  it('is empty for a system or a user that nobody knows', async () => {
    const { call } = startPlatform();
    const madeUp = '01JEXAMP1E0000000000000000';
    for (const query of [`system_id=${madeUp}`, `end_user_id=${madeUp}`]) {
      expect((await call('GET', `/connections?${query}`)).body).toEqual({
        totalCount: 0,
        items: [],
      });
    }
  });

  it('pages forwards and backwards', async () => {
    const { call } = startPlatform();
    const first = await call('GET', `${shipbob}&first=4`);
    expect(ids(first)).toHaveLength(4);
    const second = await call('GET', `${shipbob}&first=4&after=${String(first.at('next'))}`);
    expect(ids(second)).toEqual([
      connections.ameliaShipbobLegacy,
      connections.ameliaShipbobSandbox,
    ]);
    expect(second.at('totalCount')).toBe(6);
    expect(second.at('next')).toBeUndefined();
    const back = await call('GET', `${shipbob}&first=4&before=${String(second.at('prev'))}`);
    expect(ids(back)).toEqual(ids(first));
    expect(back.at('prev')).toBeUndefined();
  });

  it('sends twenty where nobody says how many, and up to a hundred', async () => {
    const { call } = startPlatform({ data: largeData({ connections: 150, now }) });
    const path = `/connections?end_user_id=${users.amelia.id}`;
    expect(ids(await call('GET', path))).toHaveLength(20);
    expect(ids(await call('GET', `${path}&first=100`))).toHaveLength(100);
  });

  it('walks every page of a long list without a gap or a repeat', async () => {
    const { call } = startPlatform({ data: largeData({ connections: 321, now }) });
    const path = `/connections?system_id=${systems.shopify}&end_user_id=${users.amelia.id}&first=50`;
    const seen: string[] = [];
    let next: unknown = '';
    while (typeof next === 'string') {
      const page: Reply = await call('GET', next === '' ? path : `${path}&after=${next}`);
      seen.push(...ids(page));
      next = page.at('next');
    }
    expect(seen).toHaveLength(323);
    expect(new Set(seen).size).toBe(323);
  });

  it('goes on at the same place when a row of the page before is deleted', async () => {
    const { platform, call } = startPlatform();
    const first = await call('GET', `${shipbob}&first=2`);
    const { data } = platform;
    data.connections = data.connections.filter(({ id }) => !ids(first).includes(id));
    const second = await call('GET', `${shipbob}&first=1&after=${String(first.at('next'))}`);
    expect(ids(second)).toEqual([connections.ameliaShipbobReturns]);
  });

  it.each([
    ['end_user_id=user-amelia', 'end_user_id'],
    ['system_id=shopify', 'system_id'],
    ['system_id=', 'system_id'],
    ['first=0', 'first'],
    ['first=101', 'first'],
    ['first=ten', 'first'],
    ['after=made-up!', 'after'],
    ['after=bWFkZSB1cA', 'after'],
    ['before=', 'before'],
  ])('refuses ?%s', async (query, field) => {
    const { call } = startPlatform();
    const reply = await call('GET', `/connections?${query}`);
    expect([reply.status, reply.at('fields.0.field')]).toEqual([400, field]);
  });

  it('refuses both cursors at once', async () => {
    const { call } = startPlatform();
    const cursor = String((await call('GET', `${shipbob}&first=1`)).at('next'));
    const reply = await call('GET', `${shipbob}&after=${cursor}&before=${cursor}`);
    expect([reply.status, reply.at('fields.0.field')]).toEqual([400, 'before']);
  });

  it('leaves out the members that a record says are absent, but writes the zero ULID for its ids', async () => {
    const { platform, call } = startPlatform();
    const [connection] = platform.data.connections;
    if (connection) connection.absentMembers = ['credentials', 'systemId', 'createdAt'];
    const path = `/connections?system_id=${systems.shopify}&end_user_id=${users.amelia.id}`;
    const { at } = await call('GET', path);
    expect(at('items.0.id')).toBe(connections.ameliaShopifyUk);
    expect(at('items.0.credentials')).toBeUndefined();
    expect(at('items.0.systemId')).toBe('00000000000000000000000000');
    expect(at('items.0.absentMembers')).toBeUndefined();
  });

  it('knows the system of a connection by its template alone', async () => {
    const { platform, call } = startPlatform();
    const [connection] = platform.data.connections;
    delete connection?.systemId;
    const path = `/connections?system_id=${systems.shopify}&end_user_id=${users.amelia.id}`;
    expect(ids(await call('GET', path))).toContain(connections.ameliaShopifyUk);
  });
});

describe('ListEnvironmentConnections', () => {
  const path = (project: string, environment: string): string =>
    `/projects/${project}/connections?env_id=${environment}`;

  it('lists the static connections of the environment alone', async () => {
    const { call } = startPlatform();
    const reply = await call('GET', path(projects.warehouseSync, environments.warehouseSync));
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      totalCount: 1,
      items: [{ id: connections.staticLoqate, name: 'Fernway postcode lookup' }],
    });
    const none = await call('GET', path(projects.shopifyOrders, environments.shopifyOrders));
    expect(none.body).toEqual({ totalCount: 0, items: [] });
  });

  it('refuses an environment that is missing, no id, or of another project', async () => {
    const { call } = startPlatform();
    const status = async (query: string): Promise<number> =>
      (await call('GET', `/projects/${projects.warehouseSync}/connections${query}`)).status;
    expect(await status('')).toBe(400);
    expect(await status('?env_id=production')).toBe(400);
    expect(await status(`?env_id=${environments.slackAlerts}`)).toBe(404);
  });
});
