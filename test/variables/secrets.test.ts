import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema } from '../../src/domain/json.js';
import { isSecretPlace, splitSecrets } from '../../src/variables/secrets.js';
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
  'a list of schemas where names belong': of({ token: { properties: [secret] } }),
  'a list of items beside prefixItems': of({ token: { prefixItems: [{}], items: [secret] } }),
  'schemas beside a reference that replaces them': of(
    { token: { $ref: '#/$defs/s', allOf: [secret] } },
    { $schema: 'http://json-schema.org/draft-07/schema#', $defs: { s: {} } },
  ),
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

  it('follows references by the ids of the parts that they stand in', () => {
    const id = 'https://fernway.example/r';
    const inner = {
      $id: id,
      ...of({ b: { $ref: '#/$defs/s' }, c: { $ref: '/missing' } }, { $defs: { s: secret } }),
    };
    const schema = of(
      { a: { $ref: '#/$defs/s' }, inner: { $ref: id } },
      { $defs: { s: {}, r: inner } },
    );
    expect(splitSecrets(createSchemaWalk(schema), { a: 1, inner: { b: 2, c: 3 } })).toEqual({
      visible: { a: 1, inner: {} },
      secretsSet: ['/inner/b', '/inner/c'],
    });
  });

  it('follows a dynamic reference to each part that it could mean', () => {
    const schema = of(
      { token: { $ref: 'list' }, name: {} },
      {
        $id: 'https://fernway.example/v',
        $defs: {
          list: { $id: 'list', $dynamicRef: '#s', $defs: { s: { $dynamicAnchor: 's' } } },
          s: { ...secret, $dynamicAnchor: 's' },
        },
      },
    );
    expect(splitSecrets(createSchemaWalk(schema), { token: 't', name: 'n' }).secretsSet).toEqual([
      '/token',
    ]);
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

  it.each([
    ['a careless bound', { minLength: '3' }],
    ['a type of another language', { type: 'text' }],
    ['a pattern that is none', { pattern: '(' }],
    ['a reference with a title', { $ref: '#/$defs/s', title: 'Name' }],
  ])('is not a place with %s', (_, name) => {
    const $schema = 'http://json-schema.org/draft-07/schema#';
    const schema = of({ name }, { $schema, $defs: { s: {} } });
    expect(splitSecrets(createSchemaWalk(schema), { name: 'n' }).secretsSet).toEqual([]);
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
    const nameWith = (letter: string): JsonObject =>
      Object.fromEntries(
        Array.from({ length: 100 }, (_, n) => [`harmless_${letter.repeat(n + 1)}`, n]),
      );
    let steps = 0;
    const counting = {
      spend(taken: number): boolean {
        steps += taken;
        return true;
      },
    };
    splitSecrets(createSchemaWalk(schema, { allowance: counting }), nameWith('a'));
    const walk = createSchemaWalk(schema, { allowance: createAllowance(1.5 * steps) });
    expect(splitSecrets(walk, nameWith('a')).secretsSet).toEqual([]);
    const { length } = splitSecrets(walk, nameWith('b')).secretsSet;
    expect(length).toBeGreaterThan(10);
    expect(splitSecrets(walk, nameWith('c')).secretsSet).toHaveLength(100);
  });

  it('tells the names that they share in one step each', () => {
    const names = Array.from({ length: 30 }, (_, n) => `harmless_${n}`);
    const schema = of(Object.fromEntries(names.map((name) => [name, {}])));
    const variables = Object.fromEntries(names.map((name) => [name, 1]));
    const walk = createSchemaWalk(schema, { allowance: createAllowance(20_000) });
    for (let count = 0; count < 500; count += 1) {
      expect(splitSecrets(walk, variables).secretsSet).toEqual([]);
    }
  });
});
