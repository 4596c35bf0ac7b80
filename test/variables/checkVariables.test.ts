import { describe, expect, it } from 'vitest';
import { checkVariables, type VariableError } from '../../src/variables/checkVariables.js';

function keywords(schema: unknown, values: unknown): readonly string[] {
  return checkVariables(schema, values).map(({ path, keyword }) => `${path} ${keyword}`);
}

describe('an error', () => {
  it('stands at the place that is wrong, of a missing property where it would stand', () => {
    const schema = {
      type: 'object',
      properties: { lines: { items: { required: ['sku'], properties: { n: { minimum: 1 } } } } },
      required: ['name'],
    };
    expect(keywords(schema, { lines: [{ sku: 'a' }, { n: 0 }] })).toEqual(
      ['/lines/1/sku required', '/lines/1/n minimum', '/name required'].toSorted(
        (a, b) => Number(a.startsWith('/lines')) - Number(b.startsWith('/lines')),
      ),
    );
  });

  it('carries what a message needs', () => {
    const [error] = checkVariables({ properties: { a: { minLength: 3 } } }, { a: 'é😀' });
    expect(error).toEqual({
      path: '/a',
      keyword: 'minLength',
      parameters: { limit: 3, count: 3, length: 2 },
    } satisfies VariableError);
  });

  it('has the words of the schema’s author', () => {
    const schema = {
      properties: {
        a: { minLength: 3, errorMessage: 'Too short' },
        b: { type: 'number', minimum: 1, errorMessage: { minimum: 'At least one' } },
      },
      required: ['c', 'd'],
      errorMessage: { required: { c: 'C is missing' } },
    };
    const messages = checkVariables(schema, { a: '', b: 0 }).map((error) => error.authorMessage);
    expect(messages).toEqual(
      expect.arrayContaining(['Too short', 'At least one', 'C is missing', undefined]),
    );
  });

  it('is of the branch that is meant, where type or constants tell it', () => {
    const schema = {
      oneOf: [
        { properties: { kind: { const: 'a' }, x: { type: 'string' } }, required: ['kind', 'x'] },
        { properties: { kind: { const: 'b' }, y: { type: 'string' } }, required: ['kind', 'y'] },
      ],
    };
    expect(keywords(schema, { kind: 'b' })).toEqual(['/y required']);
    expect(keywords(schema, {})).toEqual([' oneOf']);
    expect(checkVariables({ oneOf: [{ minimum: 1 }, { maximum: 3 }] }, 2)).toMatchObject([
      { keyword: 'oneOf', parameters: { matches: 2 } },
    ]);
  });

  it('names what has no place', () => {
    expect(keywords({ additionalProperties: false }, { 'a/b': 1 })).toEqual([
      '/a~1b additionalProperties',
    ]);
    expect(keywords({ propertyNames: { pattern: '^a' } }, { b: 1 })).toEqual(['/b propertyNames']);
    expect(keywords({ properties: { a: false } }, { a: 1 })).toEqual(['/a properties']);
    expect(keywords({ contains: { const: 1 } }, [2])).toEqual([' contains']);
  });
});

describe('values', () => {
  it('tests patterns that are invalid under the u flag', () => {
    const schema = { properties: { a: { pattern: '^[\\w-.]+$' } } };
    expect(keywords(schema, { a: 'a-b' })).toEqual([]);
    expect(keywords(schema, { a: 'a b' })).toEqual(['/a pattern']);
  });

  it('tests such patterns of names too', () => {
    const schema = {
      patternProperties: { '^\\_x': { type: 'number' }, '^\\_': { minimum: 3 } },
      additionalProperties: false,
    };
    expect(keywords(schema, { _x: 'a' })).toEqual(['/_x type']);
    expect(keywords(schema, { _x: 2 })).toEqual(['/_x minimum']);
    expect(keywords(schema, { y: 2 })).toEqual(['/y additionalProperties']);
    expect(keywords(schema, { _x: 3, _: 4 })).toEqual([]);
  });

  it('keeps a pattern within not, anyOf and if exact', () => {
    const letters = { pattern: '^[\\w-.]+$' };
    expect(keywords({ properties: { a: { not: letters } } }, { a: 'a b' })).toEqual([]);
    expect(keywords({ properties: { a: { not: letters } } }, { a: 'ab' })).toEqual(['/a not']);
    const either = { properties: { a: { anyOf: [letters, { const: 'a b' }] } } };
    expect(keywords(either, { a: 'a b' })).toEqual([]);
    const when = { properties: { a: { if: letters, then: { maxLength: 1 } } } };
    expect(keywords(when, { a: 'a b' })).toEqual([]);
    expect(keywords(when, { a: 'ab' })).toEqual(['/a maxLength']);
  });

  it('refuses texts that are too long for their pattern, and says so', () => {
    const [error] = checkVariables(
      { properties: { a: { pattern: 'a' } } },
      { a: 'a'.repeat(2_100_000) },
    );
    expect(error).toMatchObject({ keyword: 'pattern', parameters: { tooLong: 1 } });
  });

  it('are tested to the last, where a thousand ordinary texts have a pattern', () => {
    const names = Array.from({ length: 1000 }, (_, n) => `p${n}`);
    const slug = { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' };
    const schema = { properties: Object.fromEntries(names.map((name) => [name, slug])) };
    const values = Object.fromEntries(
      names.map((name) => [name, 'an-ordinary-text-of-a-shop-that-sells-many-things']),
    );
    expect(checkVariables(schema, values)).toEqual([]);
    expect(keywords(schema, { ...values, p999: 'A' })).toEqual(['/p999 pattern']);
  });

  it('refuses wrong host names', () => {
    const schema = { properties: { a: { format: 'hostname' } } };
    for (const a of ['xn--X', 'a_b', '-a', 'a..b', '', 'ab--cd', `${'a'.repeat(64)}.com`]) {
      expect(keywords(schema, { a })).toEqual(['/a format']);
    }
    for (const a of ['localhost', 'example.com', 'xn--4gbwdl.xn--wgbh1c', '1.a']) {
      expect(keywords(schema, { a })).toEqual([]);
    }
  });

  it('accepts frozen schemas and leaves them as they are', () => {
    const schema = Object.freeze({
      properties: Object.freeze({ a: Object.freeze({ pattern: '^a' }) }),
    });
    expect(keywords(schema, { a: 'b' })).toEqual(['/a pattern']);
    expect(Object.getOwnPropertyNames(schema)).toEqual(['properties']);
  });

  it('says that undefined is no JSON, and leaves members out that are undefined', () => {
    expect(keywords(true, undefined)).toEqual([' json']);
    expect(keywords(true, { a: Number.NaN })).toEqual([' json']);
    expect(keywords({ required: ['a'] }, { a: undefined })).toEqual(['/a required']);
    expect(keywords({ properties: { a: { type: 'string' } } }, { a: undefined })).toEqual([]);
  });
});

describe('a schema that cannot be used', () => {
  it.each([
    [undefined, 'notSchema'],
    [null, 'notSchema'],
    [[], 'notSchema'],
    [{ $ref: '#' }, 'loop'],
    [{ $ref: '#/$defs/none' }, 'reference'],
    [{ patternProperties: { '[': true } }, 'pattern'],
    [{ properties: [] }, 'keyword'],
    [{ required: 'a' }, 'keyword'],
    [{ enum: 'a' }, 'keyword'],
    [{ type: 'text' }, 'keyword'],
    [{ multipleOf: 0 }, 'keyword'],
    [{ allOf: {} }, 'keyword'],
    [{ if: 5, then: {} }, 'notSchema'],
  ])('%j makes an error, never an empty list', (schema, reason) => {
    const errors = checkVariables(schema, {});
    expect(errors).toHaveLength(1);
    expect(errors).toMatchObject([{ path: '', keyword: 'schema', parameters: { reason } }]);
  });

  it.each([
    [{ $ref: '#/properties/a' }, 'loop'],
    [{ anyOf: [{ $ref: '#/properties/a' }] }, 'loop'],
    [{ $ref: 'https://example.com/none' }, 'reference'],
    [{ pattern: '(' }, 'pattern'],
    [{ minLength: '3' }, 'keyword'],
    [null, 'notSchema'],
  ])('%j makes an error at its place, and none where that is empty', (schema, reason) => {
    const whole = { properties: { a: schema, b: { type: 'string' } } };
    expect(checkVariables(whole, { a: 'x', b: 'x' })).toMatchObject([
      { path: '/a', keyword: 'schema', parameters: { reason } },
    ]);
    expect(keywords(whole, { b: 1 })).toEqual(['/b type']);
  });

  it('counts only where something refers to it', () => {
    expect(keywords({ $defs: { unused: { $ref: '#/none' } } }, {})).toEqual([]);
    expect(keywords({ const: { $ref: '#/none', pattern: '(' } }, {})).toEqual([' const']);
  });
});

describe('drafts', () => {
  it('reads dependencies, definitions and lists of items as draft-07 does', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      definitions: { t: { type: 'string' } },
      properties: {
        t: { type: 'array', items: [{ $ref: '#/definitions/t' }], additionalItems: false },
      },
      dependencies: { a: ['b'], type: { required: ['c'] } },
    };
    expect(keywords(schema, { t: [1] })).toEqual(['/t/0 type']);
    expect(keywords(schema, { t: ['a', 1] })).toEqual(['/t/1 additionalItems']);
    expect(keywords(schema, { a: 1, type: 1 })).toEqual(['/b dependentRequired', '/c required']);
  });

  it('ignores what stands beside a reference before 2019-09, and not after', () => {
    const schema = {
      properties: { a: { $ref: '#/definitions/t', maxLength: 1 } },
      definitions: { t: { type: 'string' } },
    };
    const old = { ...schema, $schema: 'http://json-schema.org/draft-07/schema#' };
    expect(keywords(old, { a: 'ab' })).toEqual([]);
    expect(keywords(schema, { a: 'ab' })).toEqual(['/a maxLength']);
  });

  it('reads no id beside a reference before 2019-09', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: 'http://localhost/base/',
      properties: { a: { $ref: 'foo', $id: 'elsewhere/' } },
      definitions: {
        far: { $id: 'elsewhere/foo', type: 'string' },
        near: { $id: 'foo', type: 'number' },
      },
    };
    expect(keywords(schema, { a: 'x' })).toEqual(['/a type']);
    expect(keywords(schema, { a: 1 })).toEqual([]);
  });

  it('follows dynamic references', () => {
    const schema = {
      $id: 'https://example.com/tree',
      $dynamicAnchor: 'node',
      type: 'object',
      properties: { children: { type: 'array', items: { $dynamicRef: '#node' } } },
    };
    expect(keywords(schema, { children: [{ children: [1] }] })).toEqual([
      '/children/0/children/0 type',
    ]);
  });

  it('has draft 4’s exclusive bounds', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-04/schema#',
      properties: { a: { minimum: 1, exclusiveMinimum: true } },
    };
    expect(keywords(schema, { a: 1 })).toEqual(['/a exclusiveMinimum']);
    expect(keywords(schema, { a: 2 })).toEqual([]);
  });

  it('does not take a property for a keyword of its name', () => {
    const schema = {
      properties: {
        $ref: { type: 'string' },
        dependencies: { type: 'string' },
        if: { type: 'string' },
      },
    };
    expect(keywords(schema, { $ref: 'a', dependencies: 'b', if: 'c' })).toEqual([]);
    expect(keywords(schema, { $ref: 1, dependencies: 1 })).toEqual([
      '/$ref type',
      '/dependencies type',
    ]);
  });
});
