import { describe, expect, it } from 'vitest';
import { readSchema } from '../../../src/variables/schema/readSchema.js';
import type { SchemaNode } from '../../../src/variables/schema/schemaNode.js';

const draft7 = 'http://json-schema.org/draft-07/schema#';

function property(schema: unknown, name: string): SchemaNode | undefined {
  return readSchema(schema).root.object?.properties?.get(name);
}

describe('the normal form', () => {
  it('reads keywords of old drafts as those of 2020-12', () => {
    const { root } = readSchema({
      $schema: 'http://json-schema.org/draft-04/schema#',
      items: [{ type: 'string' }],
      additionalItems: false,
      dependencies: { a: ['b'], c: { minProperties: 2 } },
      maximum: 5,
      exclusiveMaximum: true,
      definitions: { d: { type: 'null' } },
    });
    expect(root.array?.prefixItems?.[0]?.types).toEqual(['string']);
    expect(root.array?.items?.source).toBe(false);
    expect(root.array?.itemsKeyword).toBe('additionalItems');
    expect(root.object?.dependentRequired?.get('a')).toEqual(['b']);
    expect(root.object?.dependentSchemas?.get('c')?.object?.minProperties).toBe(2);
    expect(root.number).toMatchObject({ maximum: undefined, exclusiveMaximum: 5 });
  });

  it('reads `nullable` of OpenAPI as one more type, beside a type alone', () => {
    expect(readSchema({ type: 'string', nullable: true }).root.types).toEqual(['string', 'null']);
    expect(readSchema({ type: ['null'], nullable: true }).root.types).toEqual(['null']);
    expect(readSchema({ type: 'string', nullable: false }).root.types).toEqual(['string']);
    const { root, problems } = readSchema({ nullable: true, type: 'string', enum: ['a'] });
    expect(root.enum).toEqual(['a']);
    expect(problems).toEqual([]);
    expect(readSchema({ nullable: true }).root.types).toBeUndefined();
    expect(readSchema({ type: 'string', nullable: 'yes' }).problems).toEqual([]);
  });

  it('resolves references, also to itself and to where no keyword leads', () => {
    const schema = {
      properties: { next: { $ref: '#' }, odd: { $ref: '#/components/schemas/a%20b' } },
      components: { schemas: { 'a b': { type: 'integer' } } },
    };
    const { root, problems } = readSchema(schema);
    expect(root.object?.properties?.get('next')?.references[0]?.target).toBe(root);
    expect(property(schema, 'odd')?.references[0]?.target.types).toEqual(['integer']);
    expect(problems).toEqual([]);
  });

  it('resolves ids and anchors', () => {
    const schema = {
      $id: 'https://example.com/root',
      properties: { a: { $ref: 'inner#size' }, b: { $ref: '#own' } },
      $defs: {
        inner: { $id: 'inner', $defs: { size: { $anchor: 'size', type: 'number' } } },
        own: { $anchor: 'own', type: 'boolean' },
      },
    };
    expect(property(schema, 'a')?.references[0]?.target.types).toEqual(['number']);
    expect(property(schema, 'b')?.references[0]?.target.types).toEqual(['boolean']);
  });

  it('ignores what stands beside a reference of an old draft', () => {
    const schema = {
      properties: { a: { $ref: '#/definitions/t', maxLength: 1 } },
      definitions: { t: {} },
    };
    expect(property({ ...schema, $schema: draft7 }, 'a')?.string).toBeUndefined();
    expect(property(schema, 'a')?.string?.maxLength).toBe(1);
  });
});

describe('what is no schema', () => {
  it.each([
    ['example', { example: { id: 'p1', $id: 'http://[', $ref: '#/nowhere' } }],
    ['examples', { examples: [{ $ref: 'https://example.com/product' }] }],
    ['default', { default: { $ref: '#/nowhere', pattern: '(' } }],
    ['enum', { enum: [{ $id: 'http://[', $anchor: 'a' }] }],
    ['const', { const: { $ref: '#/nowhere' } }],
    ['an extension', { 'x-link': { $ref: 5, id: 'http://[', items: 'none' } }],
  ])('has no meaning in %s', (_name, schema) => {
    expect(readSchema({ properties: { a: schema } }).problems).toEqual([]);
  });
});

describe('a problem', () => {
  it.each([
    [{ $ref: '#/nowhere' }, 'reference', '/properties/a/$ref', '#/nowhere'],
    [
      { $ref: 'https://example.com/a.json' },
      'reference',
      '/properties/a/$ref',
      'https://example.com/a.json',
    ],
    [{ pattern: '(' }, 'pattern', '/properties/a/pattern', '('],
    [{ patternProperties: { '[': {} } }, 'pattern', '/properties/a/patternProperties', '['],
    [{ minLength: '3' }, 'keyword', '/properties/a/minLength', 'minLength'],
    [{ type: 'text' }, 'keyword', '/properties/a/type', 'type'],
    [{ allOf: {} }, 'keyword', '/properties/a/allOf', 'allOf'],
    [{ items: null }, 'notSchema', '/properties/a/items', ''],
    ['x', 'notSchema', '/properties/a', ''],
  ])('%j is one of its place alone', (schema, reason, at, detail) => {
    const { root, problems } = readSchema({ properties: { a: schema, b: { type: 'string' } } });
    expect(problems).toEqual([{ reason, at, detail }]);
    expect(root.problem).toBeUndefined();
    expect(root.object?.properties?.get('b')?.types).toEqual(['string']);
  });

  it('is none in definitions that nothing refers to', () => {
    expect(readSchema({ $defs: { unused: { $ref: '#/nowhere' } } }).problems).toEqual([]);
  });

  it.each([undefined, null, [], 'x', 5n])('is the whole of %s', (schema) => {
    expect(readSchema(schema).problems).toEqual([{ reason: 'notSchema', at: '', detail: '' }]);
  });

  it('is a schema that nests without end', () => {
    let schema: object = {};
    for (let n = 0; n < 1000; n += 1) schema = { not: schema };
    expect(readSchema(schema).problems).toMatchObject([{ reason: 'tooComplex' }]);
  });
});
