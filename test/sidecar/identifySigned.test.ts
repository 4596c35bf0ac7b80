import { describe, expect, it } from 'vitest';
import { sign, startSidecar, type StartedSidecar } from './startSidecar.js';

const path = '/api/onboarding/integrations';

async function statusOf(
  { origin }: StartedSidecar,
  header: string | null,
  { to = path, method = 'GET', name = 'X-Onboarding-User' } = {},
): Promise<number> {
  const headers = header === null ? {} : { [name]: header };
  return (await fetch(origin + to, { method, headers })).status;
}

describe('a signed header', () => {
  it('says who is signed in, with any characters in their id', async () => {
    const sidecar = await startSidecar();
    expect(await statusOf(sidecar, sign())).toBe(200);
    expect(await statusOf(sidecar, sign({ externalId: 'Zoë/ünï@host 🚀' }))).toBe(200);
    const users = sidecar.emulator.requests.map(({ url }) => url);
    expect(users.some((url) => url.endsWith('/users/user-amelia'))).toBe(true);
    expect(users.some((url) => url.includes(encodeURIComponent('Zoë/ünï@host 🚀')))).toBe(true);
  });

  it('may be another header', async () => {
    const user = { from: 'signedHeader', header: 'X-Who', secret: '${USER_SECRET}' };
    const sidecar = await startSidecar({ user });
    expect(await statusOf(sidecar, sign(), { name: 'X-Who' })).toBe(200);
    expect(await statusOf(sidecar, sign())).toBe(401);
  });

  it('signs the query too', async () => {
    const sidecar = await startSidecar();
    const to = `${path}?a=%27b&c=1`;
    expect(await statusOf(sidecar, sign({ path: to }), { to })).toBe(200);
    expect(await statusOf(sidecar, sign(), { to })).toBe(401);
  });

  const [payload = '', signature = ''] = sign().split('.');
  const other = Buffer.from('{"externalId":"user-carla","at":9999999999}').toString('base64url');
  const attacks: readonly (readonly [string, string | null])[] = [
    ['is missing', null],
    ['is empty', ''],
    ['is signed with another secret', sign({ key: 'x'.repeat(40) })],
    ['names another user than was signed', `${other}.${signature}`],
    ['has no signature', `${payload}.`],
    ['has a signature of zeros', `${payload}.${'0'.repeat(64)}`],
    ['has its signature cut', sign().slice(0, -2)],
    ['is sent twice', `${sign()}, ${sign()}`],
    ['was signed for another path', sign({ path: `${path}/x` })],
    ['was signed for another method', sign({ method: 'POST' })],
    ['is older than half a minute', sign({ at: Date.now() / 1000 - 31 })],
    ['comes from the future', sign({ at: Date.now() / 1000 + 60 })],
    ['has no time', sign({ at: Number.NaN })],
    ['names nobody', sign({ externalId: '' })],
  ];

  it.each(attacks)('that %s opens nothing', async (_name, header) => {
    const sidecar = await startSidecar();
    expect([401, 403]).toContain(await statusOf(sidecar, header));
    expect(sidecar.emulator.requests).toEqual([]);
  });

  it('of a user opens nothing of another’s', async () => {
    const sidecar = await startSidecar();
    const activations = `${path}/01JEXAMP1E000000ENV0000001/activations`;
    const mine = sign({ path: activations, externalId: 'user-amelia' });
    const answer = await fetch(sidecar.origin + activations, {
      headers: { 'X-Onboarding-User': mine, 'X-User': 'user-carla', Cookie: 'user=user-carla' },
    });
    expect(await answer.json()).toEqual({ items: [] });
  });

  it('is good for as long as the configuration says', async () => {
    const user = { from: 'signedHeader', maxAgeSeconds: 300, secret: '${USER_SECRET}' };
    const sidecar = await startSidecar({ user });
    expect(await statusOf(sidecar, sign({ at: Date.now() / 1000 - 290 }))).toBe(200);
    expect(await statusOf(sidecar, sign({ at: Date.now() / 1000 - 310 }))).toBe(401);
  });
});
