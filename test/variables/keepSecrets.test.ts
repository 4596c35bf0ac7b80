import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/json.js';
import { createSchemaWalk } from '../../src/variables/secretPlaces.js';
import { keepSecrets } from '../../src/variables/secrets.js';

const secret = { type: 'string', writeOnly: true };
const of = (properties: JsonObject): JsonObject => ({ type: 'object', properties });

describe('a change that was made without seeing the secrets', () => {
  const account = of({ host: {}, password: secret });
  const schema = of({ account, name: {}, lines: { items: of({ sku: {}, key: secret }) } });
  const stored = {
    account: { host: 'a', password: 'p' },
    name: 'n',
    lines: [
      { sku: 'a', key: 'ka' },
      { sku: 'b', key: 'kb' },
    ],
  };

  it.each<[string, JsonObject, JsonObject]>([
    [
      'keeps a secret beside a changed value',
      { account: { host: 'b' } },
      { account: { host: 'b', password: 'p' } },
    ],
    [
      'takes a new secret',
      { account: { host: 'a', password: 'q' } },
      { account: { host: 'a', password: 'q' } },
    ],
    ['takes null for a secret', { account: { password: null } }, { account: { password: null } }],
    ['adds no secret to names that are not changed', { name: 'm' }, { name: 'm' }],
    [
      'keeps the secrets of rows that stay',
      { lines: [{ sku: 'a' }, { sku: 'b' }] },
      { lines: stored.lines },
    ],
    [
      'keeps the secret of a row that moves',
      { lines: [{ sku: 'b' }] },
      { lines: [{ sku: 'b', key: 'kb' }] },
    ],
    [
      'wants the secret of a changed row again',
      { lines: [{ sku: 'x' }, { sku: 'b' }] },
      { lines: [{ sku: 'x' }, { sku: 'b', key: 'kb' }] },
    ],
    ['knows nothing of a new name', { fresh: { a: 1 } }, { fresh: { a: 1 } }],
    ['leaves a value of another kind alone', { account: 'none' }, { account: 'none' }],
  ])('%s', (_, patch, expected) => {
    expect(keepSecrets(createSchemaWalk(schema), stored, patch)).toEqual(expected);
  });

  it('wants the secrets again of rows that look alike, unless nothing was changed', () => {
    const twins = {
      lines: [
        { sku: 'a', key: '1' },
        { sku: 'a', key: '2' },
      ],
    };
    expect(keepSecrets(createSchemaWalk(schema), twins, { lines: [{ sku: 'a' }] })).toEqual({
      lines: [{ sku: 'a' }],
    });
    expect(
      keepSecrets(createSchemaWalk(schema), twins, { lines: [{ sku: 'a' }, { sku: 'a' }] }),
    ).toEqual(twins);
  });

  it('keeps an object that looked empty, since all of it is secret', () => {
    const nested = of({ a: of({ open: {}, keys: of({ one: secret }) }) });
    const before = { a: { open: 1, keys: { one: 'k' } } };
    expect(keepSecrets(createSchemaWalk(nested), before, { a: { open: 2 } })).toEqual({
      a: { open: 2, keys: { one: 'k' } },
    });
  });
});
