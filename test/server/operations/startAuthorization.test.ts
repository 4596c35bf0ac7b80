import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import type { CredentialInput } from '../../../src/domain/credential.js';
import { createTestHost, type HostRequest, hostOrigin, type TestHost } from '../../support/host.js';
import { readProblem } from '../example.js';
import {
  allow,
  connect,
  countCalls,
  hubspotPath,
  shipbobPath,
  shopifyPath,
  signIn,
  slackPath,
  startSignIn,
} from '../connectExample.js';
import { createTestClock } from '../testClock.js';

const { connections, templates } = exampleIds;

async function post(
  host: TestHost,
  credential: CredentialInput,
  request: HostRequest = {},
  path = slackPath,
): Promise<Response> {
  return host.send(`${path}/connections`, connect({ credentials: [credential] }, request));
}

async function expectTicketRefused(response: Response): Promise<void> {
  expect([response.status, await readProblem(response)]).toMatchObject([
    422,
    { fields: [{ path: '/credentials/0/ticket' }] },
  ]);
}

describe('a sign-in', () => {
  it('leads to the provider, back to the platform’s page, and to an account', async () => {
    const host = createTestHost();
    const started = await startSignIn(host, slackPath);
    expect(started).toMatchObject({
      url: expect.stringContaining('https://login.fernway.example/oauth/authorize?') as string,
      callback: 'platform',
      callbackOrigin: 'https://platform.versori.com',
    });
    expect(new URL(started.url).searchParams.get('state')).toBe(started.state);
    const response = await post(host, await signIn(host, slackPath));
    expect(response.status).toBe(201);
    expect(host.violations).toEqual([]);
    const sent = host.emulator.requests.find(
      ({ operation }) => operation === 'InitialiseOAuth2Connection',
    );
    expect(sent?.body).toMatchObject({
      scopes: ['orders.read'],
      authorizeUrl: 'https://login.fernway.example/oauth/authorize',
      clientId: 'fernway-template',
      disableOfflineAccess: true,
      prompt: 'consent',
    });
    expect(sent?.body).not.toHaveProperty('redirectUrl');
  });

  it('comes back to the host’s own page where the host wants it, and the exchange says so', async () => {
    const host = createTestHost({ options: { oauthCallback: 'host' } });
    const redirectUrl = `${hostOrigin}/api/onboarding/oauth/callback`;
    const started = await startSignIn(host, slackPath);
    expect(started).toMatchObject({ callback: 'host', callbackOrigin: hostOrigin });
    expect(new URL(started.url).searchParams.get('redirect_uri')).toBe(redirectUrl);
    expect((await post(host, await signIn(host, slackPath))).status).toBe(201);
    const sent = host.emulator.requests.find(({ operation }) => operation === 'CreateConnection');
    expect(JSON.stringify(sent?.body)).toContain(`"redirectUrl":"${redirectUrl}"`);
  });

  it('sends the names of scopes alone, and the scheme’s own parameters', async () => {
    const host = createTestHost();
    const slack = host.emulator.data.templates.find(
      (each) => each.connectionTemplateId === templates.slackAlerts.slack,
    );
    Object.assign(slack?.authSchemeConfigs[0]?.['oauth2'] as object, {
      defaultScopes: ['orders.read=Read orders', 'offline_access'],
      additionalAuthorizeParams: 'audience=api',
      additionalTokenParams: 'grant=extra',
    });
    const { url } = await startSignIn(host, slackPath);
    expect(new URL(url).searchParams.get('scope')).toBe('orders.read offline_access');
    expect(new URL(url).searchParams.get('audience')).toBe('api');
    await post(host, await signIn(host, slackPath));
    const texts = host.emulator.requests.map(({ body }) => JSON.stringify(body)).join();
    expect(texts).toContain('"disableOfflineAccess":false');
    expect(texts).toContain('"additionalParams":"grant=extra"');
  });

  it.each(['/', '/settings?tab=2#accounts', `/${'a'.repeat(1_999)}`])(
    'may come back to a path of the same site: %.30s',
    async (returnTo) => {
      const started = await startSignIn(createTestHost(), slackPath, { returnTo });
      expect(started.ticket).not.toBe('');
    },
  );

  it.each([
    ['/schemeIndex', { schemeIndex: 1 }],
    ['/schemeIndex', { schemeIndex: -1 }],
    ['/connectionId', { connectionId: connections.carlaSlack }],
    ['/connectionId', { connectionId: connections.ameliaXero }],
    ['/returnTo', { returnTo: 'https://evil.example/' }],
    ['/returnTo', { returnTo: '//evil.example/' }],
    ['/returnTo', { returnTo: '/\\evil.example/' }],
    ['/returnTo', { returnTo: '/settings\\..' }],
    ['/returnTo', { returnTo: 'settings' }],
    ['/returnTo', { returnTo: 'settings/accounts' }],
    ['/returnTo', { returnTo: 'javascript:alert(1)' }],
    ['/returnTo', { returnTo: '/\t/evil.example/' }],
    ['/returnTo', { returnTo: '/\t/[' }],
    ['/returnTo', { returnTo: `/${'a'.repeat(2_000)}` }],
    ['/scopes', { scopes: ['admin'] }],
  ])('is refused at %s: %j', async (path, body) => {
    const host = createTestHost();
    const request = { method: 'POST', body: { schemeIndex: 0, ...body } };
    const response = await host.send(`${slackPath}/authorizations`, request);
    expect([response.status, await readProblem(response)]).toMatchObject([
      422,
      { fields: [{ path }] },
    ]);
    expect(countCalls(host, 'InitialiseOAuth2Connection')).toBe(0);
  });

  it.each([hubspotPath, shipbobPath])('is not begun for a key or a secret: %s', async (path) => {
    const request = { method: 'POST', body: { schemeIndex: 0 } };
    const response = await createTestHost().send(`${path}/authorizations`, request);
    expect(response.status).toBe(422);
  });

  it('takes the user to no address that a browser would run', async () => {
    const host = createTestHost({
      checkAnswers: false,
      intercept: (fetch) => async (request) =>
        request.url.endsWith('/initialise')
          ? Response.json({ url: 'javascript:alert(1)//?state=x' })
          : fetch(request),
    });
    const request = { method: 'POST', body: { schemeIndex: 0 } };
    expect((await host.send(`${slackPath}/authorizations`, request)).status).toBe(502);
  });
});

describe('a ticket', () => {
  it('is good once', async () => {
    const host = createTestHost();
    const credential = await signIn(host, slackPath);
    expect((await post(host, credential)).status).toBe(201);
    await expectTicketRefused(await post(host, credential));
    expect(countCalls(host, 'CreateConnection')).toBe(1);
  });

  it('is good once for two requests at the same moment', async () => {
    const host = createTestHost();
    const credential = await signIn(host, slackPath);
    const replies = await Promise.all([post(host, credential), post(host, credential)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect(countCalls(host, 'CreateConnection')).toBe(1);
  });

  it('is good for the request that used it when that is repeated', async () => {
    const host = createTestHost();
    const request = connect({ credentials: [await signIn(host, slackPath)] });
    const first = await host.send(`${slackPath}/connections`, request);
    const second = await host.send(`${slackPath}/connections`, request);
    expect([first.status, second.status]).toEqual([201, 200]);
  });

  it('is given back where the platform never saw the code', async () => {
    const host = createTestHost();
    const fault = { kind: 'rateLimited', retryAfterSeconds: 60 } as const;
    host.emulator.faults.add({ operation: 'CreateConnection', fault });
    const credential = await signIn(host, slackPath);
    expect((await post(host, credential)).status).toBe(429);
    expect((await post(host, credential)).status).toBe(201);
  });

  it('is no use to another user, whose account a stranger would get (login CSRF)', async () => {
    const host = createTestHost();
    const credential = await signIn(host, slackPath, { user: 'user-carla' });
    await expectTicketRefused(await post(host, credential));
    expect(countCalls(host, 'CreateConnection')).toBe(0);
  });

  it('takes no stranger’s code: its own state has to come with it', async () => {
    const host = createTestHost();
    const own = await startSignIn(host, slackPath);
    const foreign = await allow(host, await startSignIn(host, slackPath, { user: 'user-carla' }));
    const credential = {
      kind: 'oauth2AuthorizationCode',
      ticket: own.ticket,
      code: foreign.get('code') ?? '',
      state: foreign.get('state') ?? '',
    } as const;
    await expectTicketRefused(await post(host, credential));
    expect(countCalls(host, 'CreateConnection')).toBe(0);
  });

  it('is for its template alone', async () => {
    const host = createTestHost();
    const credential = await signIn(host, slackPath);
    await expectTicketRefused(await post(host, credential, {}, shopifyPath));
    expect(countCalls(host, 'CreateConnection')).toBe(0);
  });

  it('of a new account repairs none, and one that repairs makes none', async () => {
    const host = createTestHost();
    const { ameliaSlack } = connections;
    const path = `${slackPath}/connections/${ameliaSlack}`;
    const repair = (credential: CredentialInput): Promise<Response> =>
      host.send(path, connect({ credentials: [credential] }, { method: 'PUT' }));
    await expectTicketRefused(await repair(await signIn(host, slackPath)));
    const repairing = await signIn(host, slackPath, { connectionId: ameliaSlack });
    await expectTicketRefused(await post(host, repairing));
    expect((await repair(repairing)).status).toBe(200);
  });

  it('lasts fifteen minutes', async () => {
    const clock = createTestClock(Date.now());
    let now = Date.now();
    const host = createTestHost({
      runtime: { now: () => now, schedule: clock.schedule, monotonicNow: () => 0 },
    });
    const early = await signIn(host, slackPath);
    const late = await signIn(host, slackPath);
    now += 15 * 60_000 - 1;
    expect((await post(host, early)).status).toBe(201);
    now += 1;
    await expectTicketRefused(await post(host, late));
  });

  it.each(['', 'made-up', 'ab'.repeat(60)])('that is %j is none', async (ticket) => {
    const host = createTestHost();
    const credential = { kind: 'oauth2AuthorizationCode', ticket, code: 'c', state: 's' } as const;
    await expectTicketRefused(await post(host, credential));
    expect(host.emulator.requests.map(({ method }) => method)).not.toContain('POST');
  });
});
