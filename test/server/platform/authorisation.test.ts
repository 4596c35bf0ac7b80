import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { createSigningKey, exampleData } from '../../../src/emulator.js';
import { createTestHost, type TestHost } from '../../support/host.js';
import {
  activateSlack,
  environmentPath,
  shopifyConnectionsPath,
  slackActivationsPath,
} from '../example.js';

interface World {
  readonly host: TestHost;
  readonly tokens: string[];
  readonly clock: { now: number };
}

async function createWorld(): Promise<World> {
  const data = exampleData();
  const { id, publicKey, privateKey } = await createSigningKey();
  data.signingKeys.push({ id, publicKey });
  const tokens: string[] = [];
  const clock = { now: Date.now() };
  const host = createTestHost({
    data,
    runtime: { now: () => clock.now },
    // As an environment variable carries it.
    platform: {
      auth: { type: 'signingKey', keyId: id, privateKey: privateKey.replaceAll('\n', '\\n') },
    },
    intercept: (fetch) => (request) => {
      tokens.push(request.headers.get('Authorization') ?? '');
      return fetch(request);
    },
  });
  return { host, tokens, clock };
}

describe('with a signing key', () => {
  it('every call is made as the user it is for', async () => {
    const { host, tokens } = await createWorld();
    expect((await host.send(slackActivationsPath, activateSlack())).status).toBe(201);
    expect((await host.send('/integrations', { user: 'user-carla' })).status).toBe(200);
    expect((await host.send(shopifyConnectionsPath)).status).toBe(200);
    const claims = tokens.map((each) => decodeJwt(each.replace('JWT ', '')));
    expect(new Set(claims.map(({ sub }) => sub))).toEqual(new Set(['user-amelia', 'user-carla']));
    const [{ iss, iat = 0, exp = 0 } = {}] = claims;
    expect(iss).toMatch(/^https:\/\/versori\.com\/sk\/[0-9A-Z]{26}$/);
    expect(exp - iat).toBe(3600);
    expect(decodeProtectedHeader(tokens[0]?.replace('JWT ', '') ?? '')).toMatchObject({
      alg: 'RS256',
    });
    expect(host.violations).toEqual([]);
  });

  it('a user has one token until a minute before it ends', async () => {
    const { host, tokens, clock } = await createWorld();
    await Promise.all([host.send(slackActivationsPath), host.send(shopifyConnectionsPath)]);
    clock.now += 59 * 60_000 - 1_000;
    await host.send(slackActivationsPath);
    expect(new Set(tokens).size).toBe(1);
    clock.now += 1_000;
    await host.send(slackActivationsPath);
    expect(new Set(tokens).size).toBe(2);
  });

  it('no read is shared by two users, not even of what all share', async () => {
    const { host } = await createWorld();
    const path = environmentPath('slackAlerts');
    await Promise.all(['user-amelia', 'user-carla'].map((user) => host.send(path, { user })));
    const asked = host.emulator.requests.map(({ operation }) => operation);
    expect(asked.filter((each) => each === 'GetProject')).toHaveLength(2);
  });

  it('a key that cannot sign is said to the host, and shown to nobody', async () => {
    const pem = '-----BEGIN PRIVATE KEY-----\ncanary-key\n-----END PRIVATE KEY-----';
    const auth = {
      type: 'signingKey',
      keyId: '01JEXAMP1E0000000KEY000001',
      privateKey: pem,
    } as const;
    const host = createTestHost({ platform: { auth } });
    expect((await host.send('/integrations')).status).toBe(500);
    expect(host.errors.length).toBeGreaterThan(0);
  });
});
