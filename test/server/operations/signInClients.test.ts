import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import type { Authorization } from '../../../src/domain/connectionInput.js';
import type { CredentialInput } from '../../../src/domain/credential.js';
import { toAuthSchemeConfig } from '../../../src/emulator/example/authSchemes.js';
import {
  createTestHost,
  type PlatformFetch,
  type TestHost,
  type TestHostOptions,
} from '../../support/host.js';
import { allow, connect, countCalls, slackPath, startSignIn } from '../connectExample.js';
import { madeUpId, readProblem } from '../example.js';

describe('a sign-in by OAuth 2', () => {
  it('uses the client of the organisation whose library the template comes from', async () => {
    const host = createTestHost();
    const library = madeUpId;
    const grant = findScheme(host)['oauth2']?.['grant'] as { authorizationCode: object };
    Object.assign(grant.authorizationCode, { organisationId: library });
    await startSignIn(host, slackPath);
    expect(findStart(host, 'InitialiseOAuth2Connection')).toMatchObject({
      credential: { organisationId: library },
    });
  });
});

describe('a sign-in by OAuth 1', () => {
  it('leads to the provider and to an account, by the platform’s page in any case', async () => {
    const host = createOAuth1Host({ options: { oauthCallback: 'host' } });
    const started = await startSignIn(host, slackPath);
    expect(started).toMatchObject({
      callback: 'platform',
      callbackOrigin: 'https://platform.versori.com',
    });
    expect(findStart(host, 'InitialiseOAuth1Connection')).toEqual({
      credential: { id: madeUpId, organisationId: host.emulator.data.organisationId },
    });
    const response = await post(host, toOAuth1Credential(started, await allow(host, started)));
    expect(response.status).toBe(201);
    expect(host.violations).toEqual([]);
  });

  it('is told from others by its temporary token, with a state and without', async () => {
    for (const state of [undefined, '']) {
      const host = createOAuth1Host({ intercept: withState(state) });
      const started = await startSignIn(host, slackPath);
      expect(started.state).toBe(new URL(started.url).searchParams.get('oauth_token'));
    }
    const host = createOAuth1Host();
    const own = await startSignIn(host, slackPath);
    const query = await allow(host, own);
    expect(own.state).toBe(new URL(own.url).searchParams.get('state'));
    query.set('oauth_token', 'of-another-sign-in');
    const response = await post(host, toOAuth1Credential(own, query));
    expect([response.status, await readProblem(response)]).toMatchObject([
      422,
      { fields: [{ path: '/credentials/0/ticket' }] },
    ]);
    expect(countCalls(host, 'CreateConnection')).toBe(0);
  });

  it('is not begun where nothing tells it from others', async () => {
    const host = createTestHost({ intercept: withState(undefined) });
    const request = { method: 'POST', body: { schemeIndex: 0 } };
    expect((await host.send(`${slackPath}/authorizations`, request)).status).toBe(502);
    expect(host.errors.map(String).join()).toContain('InitialiseOAuth2Connection');
  });
});

function post(host: TestHost, credential: CredentialInput): Promise<Response> {
  return host.send(`${slackPath}/connections`, connect({ credentials: [credential] }));
}

function toOAuth1Credential({ ticket }: Authorization, query: URLSearchParams): CredentialInput {
  return {
    kind: 'oauth1',
    ticket,
    oauthToken: query.get('oauth_token') ?? '',
    oauthVerifier: query.get('oauth_verifier') ?? '',
    state: query.get('state') ?? '',
  };
}

/** Slack's template, as of a provider that still speaks OAuth 1. */
function createOAuth1Host(options: TestHostOptions = {}): TestHost {
  const host = createTestHost(options);
  const scheme = findScheme(host);
  const { organisationId } = host.emulator.data;
  const context = { id: madeUpId, organisationId, label: 'template' };
  delete scheme['oauth2'];
  Object.assign(scheme, toAuthSchemeConfig('oauth1', context));
  return host;
}

function findScheme(host: TestHost): Record<string, Record<string, unknown> | undefined> {
  const id = exampleIds.templates.slackAlerts.slack;
  const slack = host.emulator.data.templates.find((each) => each.connectionTemplateId === id);
  return slack?.authSchemeConfigs[0] as unknown as ReturnType<typeof findScheme>;
}

function findStart(host: TestHost, operation: string): unknown {
  return host.emulator.requests.find((each) => each.operation === operation)?.body;
}

/** A platform whose addresses carry this state, or none. */
function withState(state: string | undefined) {
  return (fetch: PlatformFetch): PlatformFetch =>
    async (request) => {
      const response = await fetch(request);
      if (!request.url.endsWith('/initialise')) return response;
      const url = new URL(((await response.json()) as { url: string }).url);
      if (state === undefined) url.searchParams.delete('state');
      else url.searchParams.set('state', state);
      return Response.json({ url: url.href });
    };
}
