import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import {
  createTestHost,
  hostOrigin,
  type HostRequest,
  type TestHostOptions,
} from '../support/host.js';
import { activateSlack, environmentPath, readProblem, slackActivationsPath } from './example.js';

const unsafe: readonly (readonly [string, string, HostRequest])[] = [
  ['activate', slackActivationsPath, activateSlack()],
  [
    'updateVariables',
    `${environmentPath('shopifyOrders')}/activations/${exampleIds.activations.carlaShopify}/variables`,
    { method: 'PATCH', body: { variables: {} } },
  ],
  [
    'deactivate',
    `${slackActivationsPath}/${exampleIds.activations.bashirSlack}`,
    { method: 'DELETE' },
  ],
];

/** Sends Amelia's activation with these headers and no `Origin` of its own. */
async function activateWith(
  headers: Record<string, string>,
  options: TestHostOptions['options'] = {},
): Promise<number> {
  const host = createTestHost({ options });
  const request = new Request(`${hostOrigin}/api/onboarding${slackActivationsPath}`, {
    method: 'POST',
    headers: {
      'X-Test-User': 'user-amelia',
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      ...headers,
    },
    body: JSON.stringify(activateSlack().body),
  });
  const response = await host.handler(request);
  if (response.status === 403) expect(host.emulator.requests).toEqual([]);
  return response.status;
}

describe('a request that changes something comes from the host’s own page', () => {
  it.each(unsafe)('is refused from another site: %s', async (_, path, request) => {
    const host = createTestHost();
    const headers = { ...request.headers, Origin: 'https://evil.example' };
    const response = await host.send(path, { ...request, headers });
    const { code, detail } = await readProblem(response);
    expect([response.status, code]).toEqual([403, 'forbidden']);
    expect(detail).toContain('page');
    expect(host.emulator.requests).toEqual([]);
  });

  it.each<[string, Record<string, string>]>([
    ['neither header', {}],
    ['the origin of a sibling', { Origin: 'https://other.fernway.example' }],
    ['the same host without TLS', { Origin: 'http://app.fernway.example' }],
    ['another port', { Origin: 'https://app.fernway.example:8443' }],
    ['an opaque origin', { Origin: 'null' }],
    ['a site alone', { 'Sec-Fetch-Site': 'same-site' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
    ['no page', { 'Sec-Fetch-Site': 'none' }],
    [
      'forwarded headers, which anybody can write',
      {
        Origin: 'https://evil.example',
        'X-Forwarded-Host': 'evil.example',
        'X-Forwarded-Proto': 'https',
        Forwarded: 'host=evil.example;proto=https',
      },
    ],
  ])('is refused with %s', async (_, headers) => {
    expect(await activateWith(headers)).toBe(403);
  });

  it('is accepted with the own origin, or with same-origin', async () => {
    expect(await activateWith({ Origin: hostOrigin })).toBe(201);
    expect(await activateWith({ 'Sec-Fetch-Site': 'same-origin' })).toBe(201);
  });

  it('is accepted with the public origin, where a proxy hides it', async () => {
    const publicOrigin = 'https://fernway.example';
    expect(await activateWith({ Origin: publicOrigin }, { publicOrigin })).toBe(201);
    expect(await activateWith({ Origin: publicOrigin })).toBe(403);
  });
});

describe('allowedOrigins', () => {
  const origin = 'https://portal.fernway.example';
  const options = { allowedOrigins: [origin] };

  it('lets that origin ask beforehand, send with credentials, and read the answer', async () => {
    const host = createTestHost({ options });
    const preflight = await host.send(slackActivationsPath, {
      method: 'OPTIONS',
      user: null,
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,idempotency-key,x-csrf-token',
      },
    });
    expect([preflight.status, await preflight.text()]).toEqual([204, '']);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type,idempotency-key,x-csrf-token',
      'access-control-expose-headers': 'Retry-After',
      'access-control-max-age': '600',
      vary: 'Origin',
    });
    const request = activateSlack();
    const headers = { ...request.headers, Origin: origin };
    const response = await host.send(slackActivationsPath, { ...request, headers });
    expect(response.status).toBe(201);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(origin);
  });

  it('answers a preflight that announces no headers', async () => {
    const preflight = await createTestHost({ options }).send(slackActivationsPath, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'GET' },
    });
    expect([preflight.status, preflight.headers.get('Access-Control-Allow-Headers')]).toEqual([
      204,
      '',
    ]);
  });

  it('takes for a preflight only what a browser sends as one', async () => {
    const host = createTestHost({ options });
    const announced = { Origin: origin, 'Access-Control-Request-Method': 'POST' };
    const read = await host.send('/integrations', { headers: announced });
    expect(read.status).toBe(200);
    expect(await read.json()).toHaveProperty('items');
    const other = await host.send('/integrations', { method: 'PUT', headers: announced });
    expect(other.status).toBe(405);
    const plain = await host.send('/integrations', {
      method: 'OPTIONS',
      headers: { Origin: origin },
    });
    expect(plain.status).toBe(405);
  });

  it('gives another origin nothing, and says that answers differ by origin', async () => {
    const host = createTestHost({ options });
    for (const other of ['https://evil.example', `${origin}.evil.example`, 'null']) {
      const headers = { Origin: other, 'Access-Control-Request-Method': 'POST' };
      const preflight = await host.send(slackActivationsPath, { method: 'OPTIONS', headers });
      expect(preflight.status).toBe(405);
      const read = await host.send('/integrations', { headers });
      expect(read.headers.has('Access-Control-Allow-Origin')).toBe(false);
      expect(read.headers.get('Vary')).toBe('Origin');
    }
  });

  it('writes no such header where no origin is allowed', async () => {
    const read = await createTestHost().send('/integrations', { headers: { Origin: origin } });
    expect([...read.headers.keys()].join()).not.toMatch(/access-control|vary/);
  });
});
