import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { secret, startSidecar, type StartedSidecar } from './startSidecar.js';

const audience = 'onboarding';
const issuer = 'https://fernway.example';
const user = { from: 'jwt', secret: '${USER_SECRET}', audience };
const bytes = new TextEncoder().encode(secret);

interface Token {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly alg?: string;
  readonly key?: Parameters<SignJWT['sign']>[0];
  readonly expires?: string | number;
}

function make({
  claims = {},
  alg = 'HS256',
  key = bytes,
  expires = '1m',
}: Token = {}): Promise<string> {
  return new SignJWT({ sub: 'user-amelia', aud: audience, iss: issuer, ...claims })
    .setProtectedHeader({ alg, kid: 'one' })
    .setExpirationTime(expires)
    .sign(key);
}

async function statusOf(
  { url }: StartedSidecar,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  return (await fetch(`${url}/integrations`, { headers })).status;
}

const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` });

describe('a JWT under a shared secret', () => {
  it('says who is signed in, by the claim that the configuration names', async () => {
    const sidecar = await startSidecar({ user: { ...user, claim: 'customer' } });
    const token = await make({ claims: { customer: 'user-carla' } });
    expect(await statusOf(sidecar, bearer(token))).toBe(200);
    expect(sidecar.emulator.requests.map(({ url }) => url).join()).toContain('/users/user-carla');
    expect(await statusOf(sidecar, bearer(await make()))).toBe(401);
  });

  it('may come in a cookie', async () => {
    const sidecar = await startSidecar({ user: { ...user, cookie: 'session' } });
    const token = await make();
    expect(await statusOf(sidecar, { Cookie: `a=b; session=${token}` })).toBe(200);
    expect(await statusOf(sidecar, bearer(token))).toBe(401);
  });

  const attacks: readonly (readonly [string, () => Promise<string> | string])[] = [
    ['is signed with another secret', () => make({ key: new Uint8Array(40) })],
    ['is for another audience', () => make({ claims: { aud: 'billing' } })],
    ['has expired', () => make({ expires: Math.floor(Date.now() / 1000) - 60 })],
    ['names nobody', () => make({ claims: { sub: undefined } })],
    ['names a number', () => make({ claims: { sub: 7 } })],
    ['comes from another issuer', () => make({ claims: { iss: 'https://other.example' } })],
    ['is not valid yet', () => make({ claims: { nbf: Math.floor(Date.now() / 1000) + 600 } })],
    ['uses another algorithm', () => make({ alg: 'HS512' })],
    [
      'is not signed (alg none)',
      () =>
        new UnsecuredJWT({ sub: 'user-amelia', aud: audience, iss: issuer })
          .setExpirationTime('1m')
          .encode(),
    ],
    [
      'never expires',
      () =>
        new SignJWT({ sub: 'user-amelia', aud: audience, iss: issuer })
          .setProtectedHeader({ alg: 'HS256' })
          .sign(bytes),
    ],
    ['is no token', () => 'nonsense'],
  ];

  it.each(attacks)('that %s opens nothing', async (_name, toToken) => {
    const sidecar = await startSidecar({ user: { ...user, issuer } });
    expect(await statusOf(sidecar, bearer(await toToken()))).toBe(401);
    expect(sidecar.emulator.requests).toEqual([]);
    expect(await statusOf(sidecar, bearer(await make()))).toBe(200);
  });
});

describe('a JWT under the keys of an identity provider', () => {
  async function serveKeys(...keys: readonly object[]): Promise<string> {
    const server = createServer((_, response) => response.end(JSON.stringify({ keys })));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
  }

  it('is taken with its key, and with no other', async () => {
    const pair = await generateKeyPair('RS256');
    const stranger = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256' };
    const jwksUrl = await serveKeys(jwk);
    const sidecar = await startSidecar({ user: { from: 'jwt', jwksUrl, audience } });
    const token = { alg: 'RS256', key: pair.privateKey };
    expect(await statusOf(sidecar, bearer(await make(token)))).toBe(200);
    const foreign = await make({ ...token, key: stranger.privateKey });
    expect(await statusOf(sidecar, bearer(foreign))).toBe(401);
    // The public key taken for a shared secret.
    const confused = await make({ key: new TextEncoder().encode(JSON.stringify(jwk)) });
    expect(await statusOf(sidecar, bearer(confused))).toBe(401);
  });

  it('is a fault of the host where the keys cannot be had', async () => {
    const jwksUrl = 'http://127.0.0.1:9/jwks.json';
    const sidecar = await startSidecar({ user: { from: 'jwt', jwksUrl, audience } });
    const { privateKey: key } = await generateKeyPair('RS256');
    expect(await statusOf(sidecar, bearer(await make({ alg: 'RS256', key })))).toBe(500);
    expect(sidecar.printed.join('\n')).toContain('"event":"error"');
  });
});
