import { describe, expect, it } from 'vitest';
import type { PlatformFetch, TestHost } from '../support/host.js';
import { activateShopify, environmentPath, slackActivationsPath } from './example.js';
import { createTimedHost } from './timedHost.js';
import { createTestClock, type TestClock } from './testClock.js';
import { createDeadline } from '../../src/server/deadline.js';
import { createRequestCache, type RequestCache } from '../../src/server/requestCache.js';
import { toRuntime } from '../../src/server/runtime.js';

interface HangingHost {
  readonly host: TestHost;
  readonly clock: TestClock;
  /** What the platform was asked and did not answer, with whether it was told to stop. */
  readonly hung: readonly Request[];
  countAsked(): number;
}

/** The platform never answers the call of that number whose URL has `part` in it. */
function createHangingHost(part: string, hangs: number): HangingHost {
  let asked = 0;
  const hung: Request[] = [];
  const intercept = (fetch: PlatformFetch): PlatformFetch => {
    return async (request) => {
      if (!request.url.includes(part)) return fetch(request);
      asked += 1;
      if (asked !== hangs) return fetch(request);
      hung.push(request);
      return new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    };
  };
  return { ...createTimedHost({ intercept }), hung, countAsked: () => asked };
}

const areStopped = (requests: readonly Request[]): boolean[] =>
  requests.map(({ signal }) => signal.aborted);

const cacheOptions = {
  timeoutMs: 10_000,
  operation: 'Read',
  organisationId: 'organisation',
  maxEntries: 2,
  maxBytes: 1_000_000,
  maxAgeMs: 30_000,
};

interface UnitCache {
  readonly clock: TestClock;
  readonly cache: RequestCache<string>;
  /** Answers the oldest fetch that is open. */
  answer(value: string): void;
  read(user: string, argument?: string): Promise<string>;
  countFetches(): number;
}

function createCache(): UnitCache {
  const clock = createTestClock(0);
  const { now, schedule } = clock;
  const runtime = toRuntime({ now, schedule });
  const cache = createRequestCache<string>({ runtime, ...cacheOptions });
  const open: ((value: string) => void)[] = [];
  let fetches = 0;
  return {
    clock,
    cache,
    answer: (value) => open.shift()?.(value),
    countFetches: () => fetches,
    read: (user, argument = '') =>
      cache.read(
        { user, arguments: [argument] },
        { maxAgeMs: 30_000, deadline: createDeadline(runtime, 10_000) },
        () => {
          fetches += 1;
          return new Promise((resolve) => open.push(resolve));
        },
      ),
  };
}

describe('an answer', () => {
  it('is kept for as long as it may be old', async () => {
    const { clock, answer, read, countFetches } = createCache();
    const first = read('amelia');
    answer('one');
    expect(await first).toBe('one');
    await clock.advance(29_999);
    expect([await read('amelia'), countFetches()]).toEqual(['one', 1]);
    await clock.advance(1);
    const second = read('amelia');
    answer('two');
    expect([await second, countFetches()]).toEqual(['two', 2]);
  });

  it('that a write of the user has overtaken is not kept', async () => {
    const { cache, answer, read, countFetches } = createCache();
    const before = read('amelia');
    cache.invalidate('amelia');
    answer('older than the write');
    expect(await before).toBe('older than the write');
    const after = read('amelia');
    answer('newer');
    expect([await after, countFetches()]).toEqual(['newer', 2]);
    expect(await read('amelia')).toBe('newer');
  });

  it('is joined by nobody once a write has overtaken it', async () => {
    const { cache, answer, read, countFetches } = createCache();
    const before = read('amelia');
    cache.invalidate('amelia');
    const after = read('amelia');
    expect(countFetches()).toBe(2);
    answer('old');
    answer('new');
    expect(await Promise.all([before, after])).toEqual(['old', 'new']);
  });

  it('stays kept when another user writes', async () => {
    const { cache, answer, read, countFetches } = createCache();
    const first = read('amelia');
    answer('one');
    await first;
    cache.invalidate('bashir');
    expect([await read('amelia'), countFetches()]).toEqual(['one', 1]);
  });

  it('makes room for others once there are more than may be kept', async () => {
    const { answer, read, countFetches } = createCache();
    for (const argument of ['a', 'b', 'c']) {
      const fetched = read('amelia', argument);
      answer(argument);
      await fetched;
    }
    expect([await read('amelia', 'c'), countFetches()]).toEqual(['c', 3]);
    void read('amelia', 'a');
    expect(countFetches()).toBe(4);
  });
});

describe('a read that the platform never answers', () => {
  it('is made anew for who joined it and still has time', async () => {
    const { host, clock, countAsked } = createHangingHost('/connection-templates', 1);
    const read = (user: string): Promise<number> =>
      host.send(environmentPath('slackAlerts'), { user }).then(({ status }) => status);
    const first = read('user-amelia');
    await clock.advance(9_000);
    const joined = read('user-bashir');
    const joinedToo = read('user-carla');
    await clock.advance(0);
    expect(countAsked()).toBe(1);
    expect(await clock.run(first)).toBe(504);
    expect(await clock.run(Promise.all([joined, joinedToo]))).toEqual([200, 200]);
    expect(countAsked()).toBe(2);
  });

  it('behind an answer ends in time, and is tried again for everybody', async () => {
    const { host, clock, hung, countAsked } = createHangingHost('/connection-templates', 2);
    const read = async (user: string): Promise<number> =>
      (await clock.run(host.send(environmentPath('slackAlerts'), { user }))).status;
    expect(await read('user-amelia')).toBe(200);
    await clock.advance(6_000);
    expect(await read('user-amelia')).toBe(200);
    await clock.advance(15_000);
    expect(areStopped(hung)).toEqual([true]);
    expect(await read('user-bashir')).toBe(200);
    expect(countAsked()).toBe(3);
  });

  it('is ended with the request that began it, though it was refused before', async () => {
    const { host, clock, hung, countAsked } = createHangingHost('/connection-templates', 1);
    const path = `${slackActivationsPath}/nonsense/variables`;
    const refused = await host.send(path, { method: 'PATCH', body: { variables: {} } });
    expect(refused.status).toBe(404);
    await clock.advance(0);
    expect(areStopped(hung)).toEqual([true]);
    const read = host.send(environmentPath('slackAlerts'), { user: 'user-bashir' });
    expect((await clock.run(read)).status).toBe(200);
    expect(countAsked()).toBe(2);
    expect(host.errors).toEqual([]);
  });

  it('is ended where a choice is refused while other connections are looked for', async () => {
    const { host, clock, hung } = createHangingHost('/connections?', 2);
    const fault = { kind: 'status', status: 500 } as const;
    host.emulator.faults.add({ operation: 'ListConnections', fault });
    const path = `${environmentPath('shopifyOrders')}/activations`;
    const response = await clock.run(host.send(path, activateShopify()));
    expect(response.status).toBe(503);
    await clock.advance(0);
    expect(areStopped(hung)).toEqual([true]);
  });
});
