import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.js';
import { parseConnection } from '../../../src/server/platform/connectionShape.js';

const id = '01JEXAMP1E000000CNN0000001';
const now = Date.parse('2026-11-21T12:00:00Z');
const at = (days: number): string => new Date(now + days * 86_400_000).toISOString();
const credential = (members: JsonObject): JsonObject => ({ id: 'c', credential: members });
const parse = (members: JsonObject): ReturnType<typeof parseConnection> =>
  parseConnection({ id, name: 'n', ...members }, now);

describe('the health of a connection', () => {
  it.each<[string, JsonObject['credentials'], string]>([
    ['no credential', [], 'unchecked'],
    ['no list of them', null, 'unchecked'],
    ['nothing known', [credential({})], 'unchecked'],
    ['no credential in the credential', [{ id: 'c' }, null], 'unchecked'],
    ['checked', [credential({ errors: [] })], 'ok'],
    ['errors', [credential({ errors: ['token revoked'] })], 'failing'],
    ['errors of an odd kind', [credential({ errors: [null] })], 'failing'],
    ['errors that are no list', [credential({ errors: 'x' })], 'unchecked'],
    ['deleted soon', [credential({ errors: [], expiresAt: at(6.9) })], 'expiring'],
    ['deleted later', [credential({ errors: [], expiresAt: at(7.1) })], 'ok'],
    ['deleted later, never checked', [credential({ expiresAt: at(30) })], 'unchecked'],
    ['deleted', [credential({ errors: [], expiresAt: at(0) })], 'expired'],
    ['the zero time', [credential({ errors: [], expiresAt: '0001-01-01T00:00:00Z' })], 'ok'],
    ['an expiry that is no date', [credential({ errors: [], expiresAt: 'soon' })], 'ok'],
    [
      'an access token that ran out, which is refreshed',
      [credential({ errors: [], data: { oauth2Token: { expiresAt: at(-1) } } })],
      'ok',
    ],
    ['one of two never checked', [credential({ errors: [] }), credential({})], 'unchecked'],
    [
      'one of two failing',
      [credential({ errors: ['x'] }), credential({ errors: [], expiresAt: at(-1) })],
      'failing',
    ],
  ])('with %s', (_, credentials, status) => {
    expect(parse({ credentials: credentials ?? null })?.connection.health.status).toBe(status);
  });

  it('says when the first credential ends', () => {
    const credentials = [credential({ expiresAt: at(9) }), credential({ expiresAt: at(3) }), {}];
    expect(parse({ credentials })?.connection.health).toEqual({
      status: 'expiring',
      expiresAt: at(3),
    });
  });
});

describe('the address of a connection', () => {
  it.each([
    ['https://shop.example/admin?token=s#f', 'https://shop.example'],
    ['http://shop.example:8080/', 'http://shop.example:8080'],
    ['https://user:secret@shop.example/', 'https://shop.example'],
    ['', undefined],
    ['shop.example', undefined],
    ['javascript:alert(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['data:text/html,x', undefined],
    [null, undefined],
    [5, undefined],
  ])('%j is shown as %j', (baseUrl, shown) => {
    expect(parse({ baseUrl })?.connection.baseUrl).toBe(shown);
  });
});

describe('a connection', () => {
  it('is passed over without an id, since nobody could choose it', () => {
    for (const other of [null, '', 5, 'c1', '../users', '0'.repeat(26)]) {
      expect(parse({ id: other })).toBeNull();
    }
  });

  it('has no system and no template where the platform writes the zero ULID', () => {
    const zero = '0'.repeat(26);
    expect(parse({ systemId: zero, connectionTemplateId: zero })).toMatchObject({
      systemId: undefined,
      connectionTemplateId: undefined,
    });
  });

  it('is called by its id where it has no name, and "" is a name', () => {
    expect(parse({ name: null })?.connection.name).toBe(id);
    expect(parse({ name: '' })?.connection.name).toBe('');
  });

  it.each([
    ['2026-11-07T05:31:56Z', '2026-11-07T05:31:56Z'],
    ['2026-11-07T05:31:56+02:00', '2026-11-07T03:31:56.000Z'],
    ['2026-13-41T99:99:99Z', undefined],
    ['yesterday', undefined],
    ['0001-01-01T00:00:00Z', undefined],
    [null, undefined],
  ])('made at %j says %j', (createdAt, shown) => {
    expect(parse({ createdAt })?.connection.createdAt).toBe(shown);
  });

  it('names each way to sign in once, in their order', () => {
    const scheme = (type: string | null): JsonObject => ({ authSchemeConfig: { type } });
    const credentials = [
      scheme('certificate'),
      scheme('api-key'),
      scheme('certificate'),
      scheme(null),
    ];
    expect(parse({ credentials })?.connection.authTypes).toEqual(['certificate', 'api-key']);
  });
});
