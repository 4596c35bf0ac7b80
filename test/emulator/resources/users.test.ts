import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import { startPlatform, testTime } from '../startPlatform.js';

const { amelia } = exampleIds.users;

describe('GetEndUser', () => {
  it.each(['user-amelia', amelia.id, amelia.id.toLowerCase()])('finds a user by %s', async (id) => {
    const { call } = startPlatform();
    const { status, body } = await call('GET', `/users/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...amelia, displayName: 'Amelia Chen' });
  });

  it('answers with whom a platform id names, even where it is another one’s external id', async () => {
    const { platform, call } = startPlatform();
    const [first] = platform.data.users;
    if (first)
      platform.data.users.push({
        ...first,
        id: '01JEXAMP1E000000VSR0000009',
        externalId: amelia.id,
      });
    expect((await call('GET', `/users/${amelia.id}`)).at('externalId')).toBe('user-amelia');
  });

  it('finds external ids with any character in them', async () => {
    const { call } = startPlatform();
    for (const externalId of ['a/b', 'ü ä?#%', '100%', 'x'.repeat(256)]) {
      await call('POST', '/users', { body: { externalId } });
      const { status, at } = await call('GET', `/users/${encodeURIComponent(externalId)}`);
      expect([status, at('externalId')]).toEqual([200, externalId]);
    }
  });

  it('is 404 for nobody', async () => {
    const { call } = startPlatform();
    const { status, body } = await call('GET', '/users/user-nobody');
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'not_found', message: 'user not found' });
  });
});

describe('CreateEndUser', () => {
  it('makes a user who is then found', async () => {
    const { platform, call } = startPlatform();
    const created = await call('POST', '/users', {
      body: { externalId: 'user-dalia', displayName: 'Dalia Haddad' },
    });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      externalId: 'user-dalia',
      displayName: 'Dalia Haddad',
      organisationId: exampleIds.organisation,
      createdAt: new Date(testTime).toISOString(),
    });
    expect((await call('GET', '/users/user-dalia')).body).toEqual(created.body);
    expect(platform.data.users).toHaveLength(4);
  });

  it('needs no name', async () => {
    const { call } = startPlatform();
    const { at } = await call('POST', '/users', { body: { externalId: 'user-dalia' } });
    expect(at('displayName')).toBe('');
  });

  it.each([
    ['a taken external id', { externalId: 'user-amelia' }, 409, 'externalId'],
    ['an empty external id', { externalId: '' }, 400, 'externalId'],
    ['no external id', {}, 400, 'externalId'],
    ['a name that is no text', { externalId: 'x', displayName: 7 }, 400, 'displayName'],
  ])('refuses %s', async (_name, body, status, field) => {
    const { platform, call } = startPlatform();
    const reply = await call('POST', '/users', { body });
    expect([reply.status, reply.at('fields.0.field')]).toEqual([status, field]);
    expect(platform.data.users).toHaveLength(3);
  });
});
