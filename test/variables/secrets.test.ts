import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema } from '../../src/domain/json.js';
import { isSecretPlace, keepSecrets, splitSecrets } from '../../src/variables/secrets.js';
import { createAllowance } from '../../src/variables/allowance.js';
import { createSchemaWalk } from '../../src/variables/secretPlaces.js';

const secret = { type: 'string', writeOnly: true };
const of = (properties: JsonObject, rest: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...rest,
});
const json = (text: string): JsonObject => JSON.parse(text) as JsonObject;

/** Each marks `token` in its own way, and nothing else. */
const markings: Record<string, JsonSchema> = {
  writeOnly: of({ token: secret }),
  'format: password': of({ token: { format: 'password' } }),
  $ref: of({ token: { $ref: '#/$defs/s' } }, { $defs: { s: secret } }),
  'a reference with escapes': of(
    { token: { $ref: '#/definitions/a~1b%20c' } },
    { definitions: { 'a/b c': secret } },
  ),
  'a chain of references': of(
    { token: { $ref: '#/$defs/a' } },
    { $defs: { a: { $ref: '#/$defs/b' }, b: secret } },
  ),
  'a reference with siblings': of(
    { token: { $ref: '#/$defs/s', title: 'T' } },
    { $defs: { s: secret } },
  ),
  'an anchor': of({ token: { $ref: '#s' } }, { $defs: { s: { ...secret, $anchor: 's' } } }),
  'an $id of the older kind': of(
    { token: { $ref: '#s' } },
    { $defs: { s: { ...secret, $id: '#s' } } },
  ),
  $dynamicRef: of(
    { token: { $dynamicRef: '#s' } },
    { $defs: { s: { ...secret, $dynamicAnchor: 's' } } },
  ),
  "the document's own id": of(
    { token: { $ref: 'https://fernway.example/v#/$defs/s' } },
    { $id: 'https://fernway.example/v', $defs: { s: secret } },
  ),
  allOf: { allOf: [of({ token: secret })] },
  anyOf: { anyOf: [of({ other: {} }), of({ token: secret })] },
  'oneOf, a branch that does not hold': {
    oneOf: [of({ token: secret, kind: { const: 'never' } }), of({ kind: {} })],
  },
  if: { if: of({ token: secret }) },
  then: { then: of({ token: secret }) },
  else: { else: of({ token: secret }) },
  dependentSchemas: { dependentSchemas: { other: of({ token: secret }) } },
  dependencies: { dependencies: { other: of({ token: secret }), more: ['other'] } },
  additionalProperties: of({ name: {} }, { additionalProperties: secret }),
  unevaluatedProperties: of({ name: {} }, { unevaluatedProperties: secret }),
  patternProperties: { patternProperties: { '^tok': secret } },
  'a pattern for the u flag alone': { patternProperties: { '^\\p{Ll}oken$': secret } },
  'a reference out of the document': of({ token: { $ref: 'https://elsewhere.example/s' } }),
  'a reference to nowhere': of({ token: { $ref: '#/$defs/none' } }),
  'a reference that is no text': of({ token: { $ref: 5 } }),
  'no schema where one must be': of({ token: 'x' }),
};

describe('what is secret', () => {
  for (const [name, schema] of Object.entries(markings)) {
    it(`is hidden where it is marked by ${name}`, () => {
      expect(splitSecrets(createSchemaWalk(schema), { name: 'n', token: 's3cret' })).toEqual({
        visible: { name: 'n' },
        secretsSet: ['/token'],
      });
      expect(isSecretPlace(createSchemaWalk(schema), ['token'])).toBe(true);
      expect(isSecretPlace(createSchemaWalk(schema), ['name'])).toBe(false);
    });
  }

  it('is found below objects and in the rows of lists', () => {
    const row = of({ sku: {}, key: secret });
    const schema = of({ lines: { items: row }, deep: of({ in: of({ key: secret, open: {} }) }) });
    const variables = {
      lines: [{ sku: 'a', key: 1 }, { sku: 'b' }, { sku: 'c', key: null }],
      deep: { in: { key: false, open: 0 } },
    };
    expect(splitSecrets(createSchemaWalk(schema), variables)).toEqual({
      visible: { lines: [{ sku: 'a' }, { sku: 'b' }, { sku: 'c' }], deep: { in: { open: 0 } } },
      secretsSet: ['/lines/0/key', '/lines/2/key', '/deep/in/key'],
    });
    expect(isSecretPlace(createSchemaWalk(schema), ['lines', 1, 'key'])).toBe(true);
    expect(isSecretPlace(createSchemaWalk(schema), ['lines', '1', 'sku'])).toBe(false);
  });

  it.each([
    ['items', { items: secret }],
    ['prefixItems', { prefixItems: [{}, secret] }],
    ['items after prefixItems', { prefixItems: [{}], items: secret }],
    ['a list under items', { items: [{}, secret] }],
    ['additionalItems', { items: [{}], additionalItems: secret }],
    ['contains', { contains: secret }],
    ['unevaluatedItems', { unevaluatedItems: secret }],
  ])('hides a whole list with a secret item, marked by %s', (_, list) => {
    const schema = of({ tokens: list });
    expect(splitSecrets(createSchemaWalk(schema), { tokens: ['a', 'b'] })).toEqual({
      visible: {},
      secretsSet: ['/tokens'],
    });
  });

  it('follows a schema that refers to itself as deep as the values go', () => {
    const schema: JsonSchema = of({ key: secret, name: {}, child: { $ref: '#' } });
    const variables = { child: { child: { key: 'x', name: 'n' } } };
    expect(splitSecrets(createSchemaWalk(schema), variables)).toEqual({
      visible: { child: { child: { name: 'n' } } },
      secretsSet: ['/child/child/key'],
    });
    const loop = {
      $ref: '#/$defs/a',
      $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } },
    };
    expect(splitSecrets(createSchemaWalk(loop), { open: 1 }).visible).toEqual({ open: 1 });
  });

  it('is everything where parts of the schema have ids of their own', () => {
    const schema = of(
      { a: { $ref: '#/$defs/s' }, b: {} },
      { $defs: { s: {}, r: { $id: 'https://fernway.example/r' } } },
    );
    expect(splitSecrets(createSchemaWalk(schema), { a: 1, b: 2 })).toEqual({
      visible: { b: 2 },
      secretsSet: ['/a'],
    });
  });

  it('is everything where the schema is too large to be looked through', () => {
    const wide = { anyOf: Array.from({ length: 60_000 }, () => ({})) };
    expect(splitSecrets(createSchemaWalk(wide), { a: 1 })).toEqual({
      visible: {},
      secretsSet: ['/a'],
    });
  });

  it('is every name that a pattern could mean which cannot be tested', () => {
    const schema = of({ name: {} }, { patternProperties: { '(': secret } });
    expect(splitSecrets(createSchemaWalk(schema), { name: 'n' })).toEqual({
      visible: {},
      secretsSet: ['/name'],
    });
  });

  it('is everything below what is marked', () => {
    const schema = of({ account: { writeOnly: true, ...of({ host: {} }) } }, { writeOnly: true });
    const variables = { account: { host: 'a' }, other: 1 };
    const secretsSet = ['/account', '/other'];
    expect(splitSecrets(createSchemaWalk(schema), variables)).toEqual({ visible: {}, secretsSet });
    expect(isSecretPlace(createSchemaWalk(schema), ['account', 'host'])).toBe(true);
  });

  it('is nothing where nothing is declared', () => {
    for (const schema of [null, true, false]) {
      expect(splitSecrets(createSchemaWalk(schema), { a: 1 })).toEqual({
        visible: { a: 1 },
        secretsSet: [],
      });
    }
  });

  it('keeps names that every object inherits harmless', () => {
    const schema = of({}, json('{"properties":{"__proto__":{"writeOnly":true},"constructor":{}}}'));
    const variables = json('{"__proto__":"s","constructor":{"a":1},"toString":0}');
    const { visible, secretsSet } = splitSecrets(createSchemaWalk(schema), variables);
    expect(JSON.stringify(visible)).toBe('{"constructor":{"a":1},"toString":0}');
    expect(secretsSet).toEqual(['/__proto__']);
  });

  it('is decided in an instant under a pattern whose work explodes', () => {
    const schema = { patternProperties: { '^(a+)+$': secret } };
    const name = `${'a'.repeat(60)}!`;
    expect(splitSecrets(createSchemaWalk(schema), { [name]: 1, aaa: 1 }).secretsSet).toEqual([
      '/aaa',
    ]);
  });
});

describe('one walk for several values', () => {
  it('tells them within one allowance, past which all is secret', () => {
    const schema = of({}, { patternProperties: { '^harmless_[a-z]+$': {} } });
    const variables = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [`harmless_${'a'.repeat(n)}`, n]),
    );
    let steps = 0;
    const counting = {
      spend(taken: number): boolean {
        steps += taken;
        return true;
      },
    };
    splitSecrets(createSchemaWalk(schema, { allowance: counting }), variables);
    const walk = createSchemaWalk(schema, { allowance: createAllowance(1.5 * steps) });
    expect(splitSecrets(walk, variables).secretsSet).toEqual([]);
    const { length } = splitSecrets(walk, variables).secretsSet;
    expect(length).toBeGreaterThan(10);
    expect(splitSecrets(walk, variables).secretsSet).toHaveLength(100);
  });
});

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
