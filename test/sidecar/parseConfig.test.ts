import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/sidecar/parseConfig.js';
import { environment, exampleConfig, secret } from './startSidecar.js';

const { user, platform, integrations } = exampleConfig;
const parse = (change: object, variables = environment): ReturnType<typeof parseConfig> =>
  parseConfig(JSON.stringify({ ...exampleConfig, ...change }), variables);

describe('onboarding.json', () => {
  it('has defaults for everything but who, what and where', () => {
    const { listen, healthPath, idempotencyStore, handler, ...rest } = parse({
      listen: undefined,
      log: undefined,
    });
    expect(listen).toEqual({ host: '127.0.0.1', port: 8900 });
    expect(healthPath).toBe('/health');
    expect(idempotencyStore).toEqual({ kind: 'memory' });
    expect(handler).toMatchObject({ settleMs: 5_000, oauthCallback: 'platform' });
    expect(rest).toEqual({
      log: 'json',
      user: { from: 'signedHeader', header: 'X-Onboarding-User', secret, maxAgeSeconds: 30 },
    });
  });

  it('takes values from the environment, at any depth', () => {
    const { handler } = parse(
      {
        publicOrigin: 'https://${HOST}',
        integrations: [{ ...integrations[0], name: 'Orders of ${HOST}' }],
      },
      { ...environment, HOST: 'app.example.com' },
    );
    expect(handler.publicOrigin).toBe('https://app.example.com');
    expect(handler.integrations).toMatchObject([{ name: 'Orders of app.example.com' }]);
  });

  const mistakes: readonly (readonly [string, object, string])[] = [
    ['no user', { user: undefined }, 'user must be an object.'],
    ['no origin', { publicOrigin: undefined }, 'publicOrigin must be a text. It is missing.'],
    ['a misspelt member', { basepath: '/x' }, 'There is no basepath, so it would change nothing.'],
    ['a misspelt inner member', { user: { ...user, max: 1 } }, 'There is no user.max'],
    [
      'a secret in the file',
      { user: { ...user, secret } },
      'user.secret must be the name of a variable of the environment',
    ],
    [
      'a key in the file',
      { platform: { ...platform, auth: { type: 'apiKey', apiKey: 'canary-api-key-fernway' } } },
      'platform.auth.apiKey must be the name of a variable',
    ],
    [
      'a variable that is not set',
      { user: { ...user, secret: '${NOWHERE}' } },
      'user.secret names the variable NOWHERE, which is not set.',
    ],
    [
      'a short secret',
      { user: { ...user, secret: '${SHORT}' } },
      'user.secret is shorter than 32 bytes',
    ],
    ['a port beyond', { listen: { port: 70_000 } }, 'listen.port must be a whole number from 0'],
    ['another way in', { user: { from: 'cookie' } }, 'user.from must be "signedHeader" or "jwt"'],
    ['a JWT without a key', { user: { from: 'jwt' } }, 'either jwksUrl or secret'],
    [
      'a JWT for anybody',
      { user: { from: 'jwt', secret: '${USER_SECRET}' } },
      'user.audience must be a text. It is missing.',
    ],
    ['a wrong id', { integrations: [{ projectId: 'x' }] }, 'integrations[0].projectId must be a'],
    ['a health path', { healthPath: 'health' }, 'healthPath must be a path'],
    ['a store', { idempotencyStore: { kind: 'redis' } }, 'idempotencyStore.url must be the name'],
  ];

  it.each(mistakes)('with %s says what to change', (_name, change, reason) => {
    const variables = { ...environment, SHORT: 'canary-short' };
    expect(() => parse(change, variables)).toThrow(reason);
    expect(() => parse(change, variables)).not.toThrow('canary');
  });

  it('that is no JSON names the line, and nothing of it', () => {
    const parseText = (): unknown => parseConfig('{\n  "a": 1,\n  canary-secret\n}', {});
    expect(parseText).toThrow('The file is no JSON: see line 3.');
    expect(parseText).not.toThrow('canary');
  });
});
