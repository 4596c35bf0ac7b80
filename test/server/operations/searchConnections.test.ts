import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/domain/connection.js';
import type { Page } from '../../../src/domain/page.js';
import { largeData } from '../../../src/emulator.js';
import { hostApi } from '../../../src/wire/hostApi.js';
import { createTestHost, type PlatformFetch, type TestHost } from '../../support/host.js';
import { shopifyConnectionsPath } from '../example.js';
import { createTestClock } from '../testClock.js';

/** Amelia has 300 Shopify accounts beside her two: four of the platform's largest pages. */
function createLargeHost(more: Parameters<typeof createTestHost>[0] = {}): TestHost {
  return createTestHost({ data: largeData({ connections: 300 }), ...more });
}

async function search(host: TestHost, query: string, user?: string): Promise<Page<Connection>> {
  const response = await host.send(`${shopifyConnectionsPath}?${query}`, { ...(user && { user }) });
  expect(response.status).toBe(200);
  const parsed = hostApi.listConnections.parseAnswer(await response.json());
  if (!parsed.ok) throw new Error(parsed.at);
  return parsed.value;
}

function countReads({ emulator }: TestHost): number {
  return emulator.requests.filter(({ operation }) => operation === 'ListConnections').length;
}

const names = (page: Page<Connection>): string[] => page.items.map(({ name }) => name);

describe('a search of connections', () => {
  it('finds what is on the last page of the platform, by name and by host', async () => {
    const host = createLargeHost();
    expect(names(await search(host, 'search=graz%20coffee%20branch%204'))).toEqual([
      'Graz Coffee – branch 4',
    ]);
    expect(names(await search(host, 'search=graz-coffee-4.myshopify'))).toEqual([
      'Graz Coffee – branch 4',
    ]);
  });

  it('takes the words in any order and any case, and accents as they come', async () => {
    const host = createLargeHost();
    const [first] = host.emulator.data.connections.filter(({ name }) => name.includes('EU store'));
    if (first) first.name = 'Crème Brûlée – EU store';
    expect(names(await search(host, 'search=STORE%20brulee'))).toEqual(['Crème Brûlée – EU store']);
  });

  it('asks the platform once for what it walked, and again when that is no longer fresh', async () => {
    const clock = createTestClock(Date.parse('2026-11-02T09:00:00Z'));
    const host = createLargeHost({ runtime: clock });
    await search(host, 'search=zanzibar');
    expect(countReads(host)).toBe(4);
    await search(host, 'search=graz');
    await search(host, 'search=zan');
    expect(countReads(host)).toBe(4);
    await clock.advance(60_000);
    await search(host, 'search=zanzibar');
    expect(countReads(host)).toBe(8);
  });

  it('keeps nothing of it for another user', async () => {
    const host = createLargeHost();
    await search(host, 'search=store');
    expect(names(await search(host, 'search=moreau', 'user-carla'))).toHaveLength(3);
    expect(names(await search(host, 'search=chen', 'user-carla'))).toEqual([]);
  });

  it('goes on behind its first matches without a gap and without a repetition', async () => {
    const host = createLargeHost();
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await search(
        host,
        `search=bakery&first=7${after ? `&after=${encodeURIComponent(after)}` : ''}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(7);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    const held = host.emulator.data.connections.filter(({ name }) => name.includes('Bakery'));
    expect(seen).toEqual(held.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
    expect(countReads(host)).toBe(4);
  });

  it('says that it did not see all when the platform is too slow, and goes on from there', async () => {
    const clock = createTestClock(Date.parse('2026-11-02T09:00:00Z'));
    const host = createLargeHost({ runtime: clock, intercept: (fetch) => slowly(fetch, clock) });
    const path = `${shopifyConnectionsPath}?search=branch%204`;
    const first = hostApi.listConnections.parseAnswer(
      await (await clock.run(host.send(path))).json(),
    );
    if (!first.ok) throw new Error(first.at);
    expect(first.value.incomplete).toBe(true);
    const next = `${path}&after=${encodeURIComponent(first.value.next ?? '')}`;
    const rest = hostApi.listConnections.parseAnswer(
      await (await clock.run(host.send(next))).json(),
    );
    if (!rest.ok) throw new Error(rest.at);
    expect(rest.value.incomplete).toBeUndefined();
  });

  it('answers with what it found before a page failed', async () => {
    let reads = 0;
    const host = createLargeHost({
      intercept: (fetch) => async (request) => {
        const isList = request.url.includes('/connections?');
        if (isList) reads += 1;
        return isList && reads > 2 ? new Response('', { status: 500 }) : fetch(request);
      },
      checkAnswers: false,
    });
    const page = await search(host, 'search=chen');
    expect(names(page)).toEqual(['Chen & Co – UK store', 'Chen & Co – EU store']);
    expect(page.incomplete).toBe(true);
    expect(page.next).toBeDefined();
  });
});

describe('a search that the platform breaks off', () => {
  /** Fails each page from that one on. */
  function createFailingHost(from: number, answer: () => Response): TestHost {
    let reads = 0;
    return createLargeHost({
      checkAnswers: false,
      intercept: (fetch) => async (request) => {
        const isList = request.url.includes('/connections?');
        if (isList) reads += 1;
        return isList && reads >= from ? answer() : fetch(request);
      },
    });
  }

  const refuse = (status: number) => (): Response => new Response('{}', { status });
  const breakOff = (): Response => {
    throw new TypeError('fetch failed');
  };

  it.each<[string, () => Response]>([
    ['429', refuse(429)],
    ['500', refuse(500)],
    ['a connection that breaks', breakOff],
  ])('returns what it has seen, after %s', async (_, answer) => {
    const page = await search(createFailingHost(2, answer), 'search=chen');
    expect([names(page).length, page.incomplete]).toEqual([2, true]);
  });

  it.each<[string, number, () => Response, number]>([
    ['400, which will not pass', 2, refuse(400), 500],
    ['an answer that is none', 2, () => new Response('no JSON'), 502],
    ['500 before anything was seen', 1, refuse(500), 503],
    ['a connection that breaks before anything was seen', 1, breakOff, 503],
  ])('fails after %s', async (_, from, answer, status) => {
    const path = `${shopifyConnectionsPath}?search=chen`;
    expect((await createFailingHost(from, answer).send(path)).status).toBe(status);
  });
});

describe('the list without a search', () => {
  it('lets a search keep what it walked, where a further page is read', async () => {
    const host = createLargeHost();
    const { next = '' } = await search(host, 'first=100');
    await search(host, 'search=zanzibar');
    const before = countReads(host);
    await search(host, `first=100&after=${encodeURIComponent(next)}`);
    await search(host, 'search=zanzibar');
    expect(countReads(host)).toBe(before + 1);
  });

  it('is read from the platform each time, whatever a search walked', async () => {
    const host = createLargeHost();
    await search(host, 'search=zanzibar');
    const before = countReads(host);
    await search(host, 'first=100');
    await search(host, 'first=100');
    expect(countReads(host)).toBe(before + 2);
  });

  it('lets the next search see what was connected meanwhile', async () => {
    const host = createLargeHost();
    await search(host, 'search=zanzibar');
    const [twin] = host.emulator.data.connections;
    if (twin) {
      const id = '01JEXAMP1E000000CNN9999999';
      host.emulator.data.connections.push({ ...twin, id, name: 'Zanzibar store' });
    }
    await search(host, '');
    expect(names(await search(host, 'search=zanzibar'))).toEqual(['Zanzibar store']);
  });
});

/** Lets each page of connections take three seconds. */
function slowly(fetch: PlatformFetch, clock: ReturnType<typeof createTestClock>): PlatformFetch {
  return async (request) => {
    if (request.url.includes('/connections?')) await clock.sleep(3_000, request.signal);
    return fetch(request);
  };
}
