import { importPKCS8, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSigningKey, exampleIds, type SigningKeyPair } from '../../src/emulator.js';
import { shopifyOrders, slackAlerts } from './requestBodies.js';
import { type Reply, type StartedPlatform, startPlatform, testTime } from './startPlatform.js';

const { users, environments, activations, connections, projects } = exampleIds;
const seconds = testTime / 1000;

let key: SigningKeyPair;
let otherKey: SigningKeyPair;

beforeAll(async () => {
  [key, otherKey] = await Promise.all([createSigningKey(), createSigningKey()]);
});

interface TokenParts {
  readonly sub?: string;
  readonly iss?: string;
  readonly iat?: number;
  readonly exp?: number;
  readonly signedWith?: SigningKeyPair;
}

async function createToken(parts: TokenParts = {}): Promise<string> {
  const { sub = 'user-amelia', iss = `https://versori.com/sk/${key.id}` } = parts;
  const { iat = seconds, exp = seconds + 3600, signedWith = key } = parts;
  const privateKey = await importPKCS8(signedWith.privateKey, 'RS256');
  return new SignJWT({ sub, iss, iat, exp }).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
}

function startWithKey(): StartedPlatform {
  const started = startPlatform();
  started.platform.data.signingKeys.push({ id: key.id, publicKey: key.publicKey });
  return started;
}

async function asUser(
  { call }: StartedPlatform,
  externalId: string,
): Promise<(method: string, path: string, body?: unknown) => Promise<Reply>> {
  const authorization = `JWT ${await createToken({ sub: externalId })}`;
  return (method, path, body) => call(method, path, { body, headers: { authorization } });
}

describe('who is let in', () => {
  it.each([
    ['nothing', ''],
    ['an unknown key', 'Bearer made-up'],
    ['a key without its scheme', exampleIds.apiKey],
    ['a key under another scheme', `Basic ${exampleIds.apiKey}`],
    ['a key with something behind it', `Bearer ${exampleIds.apiKey} x`],
    ['a token that is none', 'JWT made-up'],
  ])('refuses %s', async (_name, authorization) => {
    const { call } = startWithKey();
    const { status, at } = await call('GET', '/users/user-amelia', { headers: { authorization } });
    expect([status, at('code')]).toEqual([401, 'unauthenticated']);
  });

  it.each<[string, TokenParts, number]>([
    ['a good token', {}, 200],
    ['an expired one', { iat: seconds - 7200, exp: seconds - 1 }, 401],
    ['one from the future', { iat: seconds + 3600, exp: seconds + 7200 }, 401],
    ['one of another issuer', { iss: 'https://versori.com/sk/01JEXAMP1E0000000000000000' }, 401],
    ['one without a user', { sub: '' }, 401],
  ])('checks a token: %s', async (_name, parts, status) => {
    const { call } = startWithKey();
    const authorization = `JWT ${await createToken(parts)}`;
    expect((await call('GET', '/users/user-amelia', { headers: { authorization } })).status).toBe(
      status,
    );
  });

  it('refuses a token that another key signed, or that nobody did', async () => {
    const { call } = startWithKey();
    const forged = await createToken({ signedWith: otherKey });
    const [, payload] = forged.split('.');
    const unsigned = `${btoa('{"alg":"none"}')}.${payload}.`;
    for (const token of [forged, unsigned]) {
      const headers = { authorization: `JWT ${token}` };
      expect((await call('GET', '/users/user-amelia', { headers })).status).toBe(401);
    }
  });

  it('forgets a key that is taken away', async () => {
    const { platform, call } = startWithKey();
    platform.data.signingKeys = [];
    platform.data.apiKeys = [];
    const headers = { authorization: `JWT ${await createToken()}` };
    expect((await call('GET', '/users/user-amelia', { headers })).status).toBe(401);
    expect((await call('GET', '/users/user-amelia')).status).toBe(401);
  });

  it('keeps the key to its own organisation', async () => {
    const { platform } = startPlatform();
    const ask = async (organisation: string): Promise<number> => {
      const url = `https://platform.example/api/v2/o/${organisation}/users/user-amelia`;
      const headers = { authorization: `Bearer ${exampleIds.apiKey}` };
      return (await platform.fetch(new Request(url, { headers }))).status;
    };
    expect(await ask(exampleIds.organisation)).toBe(200);
    expect(await ask('01JEXAMP1E0000000RG0000002')).toBe(403);
    expect(await ask('fernway')).toBe(400);
  });
});

describe('under a token', () => {
  it('a user sees their own and static connections, whatever is asked for', async () => {
    const ask = await asUser(startWithKey(), 'user-carla');
    expect((await ask('GET', '/connections')).at('totalCount')).toBe(7);
    expect((await ask('GET', `/connections?end_user_id=${users.carla.id}`)).status).toBe(200);
    expect((await ask('GET', `/connections?end_user_id=${users.bashir.id}`)).status).toBe(403);
    const path = `/projects/${projects.warehouseSync}/connections?env_id=${environments.warehouseSync}`;
    expect((await ask('GET', path)).at('items.0.id')).toBe(connections.staticLoqate);
  });

  it('a user is nobody else', async () => {
    const ask = await asUser(startWithKey(), 'user-amelia');
    expect((await ask('GET', '/users/user-amelia')).status).toBe(200);
    expect((await ask('GET', `/users/${users.bashir.id}`)).status).toBe(403);
    expect((await ask('GET', '/users/user-nobody')).status).toBe(403);
    expect((await ask('POST', '/users', { externalId: 'user-nobody' })).status).toBe(403);
  });

  it('a user whom the platform does not know yet can make themselves known', async () => {
    const ask = await asUser(startWithKey(), 'user-dalia');
    expect((await ask('GET', '/users/user-dalia')).status).toBe(404);
    expect((await ask('GET', '/connections')).body).toEqual({ totalCount: 0, items: [] });
    expect((await ask('POST', '/users', { externalId: 'user-dalia' })).status).toBe(201);
    expect((await ask('GET', '/users/user-dalia')).status).toBe(200);
  });

  it('a user activates for themselves alone', async () => {
    const started = startWithKey();
    const amelia = await asUser(started, 'user-amelia');
    const bashir = await asUser(started, 'user-bashir');
    expect((await amelia('POST', '/activations', slackAlerts())).status).toBe(200);
    const refused = await bashir('POST', '/activations', shopifyOrders());
    expect([refused.status, refused.at('fields.0.field')]).toEqual([403, 'userId']);
  });

  it("another user's activation is not there", async () => {
    const started = startWithKey();
    const amelia = await asUser(started, 'user-amelia');
    const bashir = await asUser(started, 'user-bashir');
    const path = `/environments/${environments.slackAlerts}/activations/${activations.bashirSlack}`;
    expect((await amelia('GET', path)).status).toBe(404);
    expect((await amelia('DELETE', path)).status).toBe(404);
    expect((await amelia('PATCH', `${path}/variables`, {})).status).toBe(404);
    const list = `/environment/${environments.slackAlerts}/users/user-bashir/activations`;
    expect((await amelia('GET', list)).status).toBe(403);
    expect((await bashir('GET', list)).body).toHaveLength(1);
    expect((await bashir('DELETE', path)).status).toBe(204);
  });
});
