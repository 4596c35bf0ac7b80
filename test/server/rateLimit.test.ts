import { describe, expect, it } from 'vitest';
import type { OnboardingUser } from '../../src/server.js';
import { createMemoryRateLimit } from '../../src/server/rateLimit.js';
import { createTestHost, hostOrigin } from '../support/host.js';
import { activateSlack, madeUpId, readProblem, slackActivationsPath } from './example.js';
import { createTimedHost } from './timedHost.js';

/** How many of these requests, sent one after the other, are let through. */
async function countAnswered(send: () => Promise<Response>, times: number): Promise<number> {
  let answered = 0;
  for (let sent = 0; sent < times; sent += 1) if ((await send()).status === 200) answered += 1;
  return answered;
}

describe('a rate limit', () => {
  it('lets 300 requests of a user through at once, then 10 a second, others undisturbed', async () => {
    const { host, clock } = createTimedHost({ options: { integrations: [] } });
    const read = (user: string) => (): Promise<Response> => host.send('/integrations', { user });
    expect(await countAnswered(read('user-amelia'), 305)).toBe(300);
    expect(await countAnswered(read('user-bashir'), 5)).toBe(5);
    await clock.advance(2_000);
    expect(await countAnswered(read('user-amelia'), 30)).toBe(20);
    await clock.advance(60_000);
    expect(await countAnswered(read('user-amelia'), 305)).toBe(300);
  });

  it('is over in time though the system clock is set back by an hour', async () => {
    const { host, clock, setBack } = createTimedHost({ options: { integrations: [] } });
    await countAnswered(() => host.send('/integrations'), 301);
    setBack(3_600_000);
    await clock.advance(1_000);
    expect(await countAnswered(() => host.send('/integrations'), 20)).toBe(10);
  });

  it('keeps the buckets of the ten thousand users who came last', async () => {
    const user = (index: number): OnboardingUser => ({ externalId: `user-${index}` });
    const rateLimit = createMemoryRateLimit({ monotonicNow: () => 0 });
    const take = (index: number): unknown =>
      rateLimit(user(index), 'listIntegrations', new Request(hostOrigin));
    for (let times = 0; times < 600; times += 1) take(times % 2);
    expect([take(0), take(1)]).not.toContain(null);
    for (let index = 2; index <= 10_000; index += 1) take(index);
    expect([take(1), take(0)]).toEqual([expect.anything(), null]);
  });

  it('says when to come back, to a reader of headers and to a reader of bodies', async () => {
    const { host } = createTimedHost({ options: { integrations: [] } });
    await countAnswered(() => host.send('/integrations'), 300);
    const refused = await host.send('/integrations');
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1']);
    expect(await readProblem(refused)).toMatchObject({ code: 'rateLimited', retryAfterSeconds: 1 });
    expect(host.errors).toEqual([]);
  });

  it('is the host’s own where it has one: by user, operation and request', async () => {
    const asked: unknown[] = [];
    const host = createTestHost({
      options: {
        rateLimit: (user, operation, request) => {
          asked.push([user.externalId, operation, request.method]);
          return Promise.resolve(operation === 'activate' ? { retryAfterSeconds: 29.2 } : null);
        },
      },
    });
    expect((await host.send(slackActivationsPath)).status).toBe(200);
    const before = host.emulator.requests.length;
    const refused = await host.send(slackActivationsPath, activateSlack());
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '30']);
    expect(host.emulator.requests).toHaveLength(before);
    expect(asked).toEqual([
      ['user-amelia', 'listActivations', 'GET'],
      ['user-amelia', 'activate', 'POST'],
    ]);
  });

  it('is not asked about nobody, nor about another site', async () => {
    const asked: unknown[] = [];
    const rateLimit = (...question: unknown[]): null => {
      asked.push(question);
      return null;
    };
    const host = createTestHost({ options: { rateLimit } });
    await host.send('/integrations', { user: null });
    const { headers, ...request } = activateSlack();
    const foreign = { ...headers, Origin: 'https://evil.example' };
    await host.send(slackActivationsPath, { ...request, headers: foreign });
    expect(asked).toEqual([]);
  });

  it.each([null, undefined])('lets a request through where it says %j', async (said) => {
    const rateLimit = (): null => said as null;
    expect((await createTestHost({ options: { rateLimit } }).send('/integrations')).status).toBe(
      200,
    );
  });

  it.each([
    {},
    { retryAfterSeconds: NaN },
    { retryAfterSeconds: -1 },
    { retryAfterSeconds: Infinity },
    { retryAfterSeconds: 1e300 },
    true,
  ])('that says %j is 500, and the host hears what it should say', async (said) => {
    const rateLimit = (): { retryAfterSeconds: number } => said as { retryAfterSeconds: number };
    const host = createTestHost({ options: { rateLimit } });
    const response = await host.send('/integrations');
    expect([response.status, response.headers.get('Retry-After')]).toEqual([500, null]);
    expect(host.errors.map(String)).toEqual([expect.stringContaining('rateLimit')]);
  });

  it('that throws is 500 without detail, and the host hears why', async () => {
    const rateLimit = (): never => {
      throw new Error('no route to 10.0.0.7');
    };
    const host = createTestHost({ options: { rateLimit } });
    const response = await host.send('/integrations');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('10.0');
    expect(host.errors.map(String)).toEqual(['Error: no route to 10.0.0.7']);
  });
});

describe('connecting accounts', () => {
  it('has a limit of its own, apart from reads', async () => {
    const host = createTestHost({ runtime: { monotonicNow: () => 0 } });
    const path = `/integrations/${madeUpId}/templates/${madeUpId}/authorizations`;
    const send = async (): Promise<number> =>
      (await host.send(path, { method: 'POST', body: { schemeIndex: 0 } })).status;
    for (let count = 0; count < 30; count += 1) expect(await send()).toBe(404);
    expect(await send()).toBe(429);
    expect((await host.send('/integrations')).status).toBe(200);
  });
});
