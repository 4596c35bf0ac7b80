import { describe, expect, it } from 'vitest';
import type { PlatformFetch, TestHost } from '../support/host.js';
import { activateShopify, environmentPath, slackActivationsPath } from './example.js';
import { createTimedHost } from './timedHost.js';
import type { TestClock } from './testClock.js';

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

describe('a read that the platform never answers', () => {
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
