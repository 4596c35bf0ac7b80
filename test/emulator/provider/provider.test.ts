import { describe, expect, it } from 'vitest';
import { createEmulator, exampleIds, type Emulator } from '../../../src/emulator.js';
import { toConnectionCreate } from '../connectionBodies.js';
import { toRequest } from '../startPlatform.js';

const { systems, templates, users } = exampleIds;

async function begin(platform: Emulator, redirectUrl?: string): Promise<URL> {
  const template = platform.data.templates.find(
    (each) => each.connectionTemplateId === templates.slackAlerts.slack,
  );
  const oauth2 = template?.authSchemeConfigs[0]?.['oauth2'] as { grant: Grant } | undefined;
  const { credentialId: id, organisationId, clientId } = oauth2?.grant.authorizationCode ?? {};
  const body = {
    credential: { id, organisationId },
    authorizeUrl: 'https://login.fernway.example/oauth/authorize',
    clientId,
    scopes: ['orders.read'],
    ...(redirectUrl !== undefined && { redirectUrl }),
  };
  const path = `/systems/${systems.slack}/oauth2/initialise`;
  const answer = await platform.fetch(toRequest('POST', path, { body }));
  return new URL(((await answer.json()) as { url: string }).url);
}

interface Grant {
  readonly authorizationCode: Readonly<
    Record<'credentialId' | 'organisationId' | 'clientId', string>
  >;
}

async function open(platform: Emulator, url: URL | string): Promise<Response> {
  return platform.fetch(new Request(url));
}

function toSlack(code: object): object {
  const { slack } = templates.slackAlerts;
  const connection = toConnectionCreate('slackAlerts', 'slack', { oauth2: { ...code } });
  return { connectionTemplateId: slack, connection, externalId: users.amelia.externalId };
}

describe('the pretended provider', () => {
  it('asks the user, and sends them back with a code that is exchanged once', async () => {
    const platform = createEmulator();
    const url = await begin(platform);
    expect(url.searchParams.get('redirect_uri')).toBe('https://platform.example/oauth/callback');
    const page = await open(platform, url);
    expect(await page.text()).toContain('Allow');
    const state = url.searchParams.get('state') ?? '';
    const decided = await open(
      platform,
      `https://any.example/oauth/decide?state=${state}&decision=allow`,
    );
    const back = new URL(decided.headers.get('location') ?? '');
    const code = back.searchParams.get('code') ?? '';
    expect(back.searchParams.get('state')).toBe(state);
    const create = async (given: object): Promise<number> =>
      (await platform.fetch(toRequest('POST', '/connections', { body: toSlack(given) }))).status;
    expect(await create({ code: 'guessed', state })).toBe(422);
    expect(await create({ code, state: 'other' })).toBe(422);
    expect(await create({ code, state })).toBe(201);
    expect(platform.data.connections.at(-1)?.credentials[0]?.credential?.type).toBe('oauth2-token');
    platform.data.connections.pop();
    expect(await create({ code, state })).toBe(422);
  });

  it.each([
    ['deny', 'access_denied'],
    ['error', 'server_error'],
  ] as const)('can %s', async (decision, error) => {
    const platform = createEmulator();
    platform.provider.decision = decision;
    const answer = await open(platform, await begin(platform));
    expect(new URL(answer.headers.get('location') ?? '').searchParams.get('error')).toBe(error);
  });

  it('can be slow', async () => {
    const platform = createEmulator();
    Object.assign(platform.provider, { decision: 'slow', slowMs: 40 });
    const url = await begin(platform);
    const before = performance.now();
    expect((await open(platform, url)).headers.get('location')).toContain('code=');
    expect(performance.now() - before).toBeGreaterThan(30);
  });

  it('isolates its pages where it is told to', async () => {
    const platform = createEmulator();
    platform.provider.openerPolicy = 'same-origin';
    const page = await open(platform, await begin(platform));
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    const callback = await open(platform, 'https://platform.example/oauth/callback');
    expect(callback.headers.get('cross-origin-opener-policy')).toBeNull();
  });

  it('sends back to the host’s own page, which the exchange has to repeat', async () => {
    const platform = createEmulator();
    platform.provider.decision = 'allow';
    const redirectUrl = 'https://app.example/oauth/callback';
    const url = await begin(platform, redirectUrl);
    const { href, searchParams } = new URL(
      (await open(platform, url)).headers.get('location') ?? '',
    );
    expect(href).toMatch(/^https:\/\/app\.example\/oauth\/callback\?code=/);
    const given = Object.fromEntries(searchParams);
    const body = toSlack({ ...given, redirectUrl: 'https://app.example/other' });
    expect((await platform.fetch(toRequest('POST', '/connections', { body }))).status).toBe(422);
  });

  it('is shown where browsers reach it', async () => {
    const platform = createEmulator();
    platform.provider.publicUrl = 'http://localhost:1/platform';
    const url = await begin(platform);
    expect(url.href).toMatch(/^http:\/\/localhost:1\/platform\/oauth\/authorize\?/);
    expect(url.searchParams.get('redirect_uri')).toBe('http://localhost:1/platform/oauth/callback');
    expect((await open(platform, url)).status).toBe(200);
    expect((await open(platform, 'http://localhost:1/oauth/authorize?state=x')).status).toBe(400);
  });
});
