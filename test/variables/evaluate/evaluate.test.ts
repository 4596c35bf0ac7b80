import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/domain/json.js';
import { createAllowance } from '../../../src/variables/allowance.js';
import { evaluate } from '../../../src/variables/evaluate/evaluate.js';
import { readSchema } from '../../../src/variables/schema/readSchema.js';

function applied(schema: unknown, value: JsonValue): Record<string, readonly string[]> {
  const { applied: found } = evaluate(readSchema(schema), value);
  return Object.fromEntries([...found].map(([path, nodes]) => [path, nodes.map(({ at }) => at)]));
}

function problems(schema: unknown, value: JsonValue): readonly string[] {
  const { errors } = evaluate(readSchema(schema), value);
  return errors.map(({ path, keyword, problem }) => `${path} ${problem?.reason ?? keyword}`);
}

describe('the schemas that applied', () => {
  it('are those of every place, in order', () => {
    const schema = {
      properties: { a: { $ref: '#/$defs/a' } },
      allOf: [{ properties: { a: { title: 'again' } } }],
      $defs: { a: { items: {} } },
    };
    expect(applied(schema, { a: [1] })).toEqual({
      '': ['', '/allOf/0'],
      '/a': ['/properties/a', '/$defs/a', '/allOf/0/properties/a'],
      '/a/0': ['/$defs/a/items'],
    });
  });

  it('are of choices and conditions what matches, and nothing of what was only tried', () => {
    const schema = {
      oneOf: [{ properties: { a: { const: 1 } } }, { properties: { a: { const: 2 } } }],
      if: { required: ['b'] },
      then: {},
      else: { minProperties: 1 },
      not: { required: ['c'] },
      dependentSchemas: { a: {}, b: {} },
    };
    expect(applied(schema, { a: 2 })).toEqual({
      '': ['', '/else', '/dependentSchemas/a', '/oneOf/1'],
      '/a': ['/oneOf/1/properties/a'],
    });
  });
});

describe('a schema that cannot be used', () => {
  it('is said where a value reaches it, and nowhere else', () => {
    const schema = { properties: { a: { $ref: '#/nowhere' }, b: { type: 'string' } } };
    expect(problems(schema, { b: 'x' })).toEqual([]);
    expect(problems(schema, { a: 1, b: 2 })).toEqual(['/a reference', '/b type']);
  });

  it('does not make a value valid by being negated', () => {
    expect(problems({ not: { $ref: '#/nowhere' } }, 1)).toEqual([' reference']);
    expect(problems({ if: { $ref: '#/nowhere' }, then: false }, 1)).toEqual([' reference']);
    expect(problems({ oneOf: [{}, { $ref: '#/nowhere' }] }, 1)).toEqual([' reference']);
  });

  it('does not count beside a branch that is enough', () => {
    expect(problems({ anyOf: [{ $ref: '#/nowhere' }, { type: 'number' }] }, 1)).toEqual([]);
  });

  it('may refer to itself without end', () => {
    expect(problems({ $ref: '#' }, 1)).toEqual([' loop']);
    expect(problems({ items: { allOf: [{ $ref: '#/items' }] } }, [1])).toEqual(['/0 loop']);
  });
});

describe('an evaluation', () => {
  it('ends with its allowance, and says so', () => {
    const read = readSchema({ items: { type: 'number' } });
    const value = Array.from({ length: 100 }, () => 1);
    expect(evaluate(read, value, { allowance: createAllowance(200) }).valid).toBe(true);
    const { valid, errors } = evaluate(read, value, { allowance: createAllowance(50) });
    expect(valid).toBe(false);
    expect(errors).toMatchObject([{ path: '', problem: { reason: 'tooComplex' } }]);
  });

  it('keeps the stack whole, however long a chain of references is', () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, n) => [`d${n}`, { $ref: `#/$defs/d${n + 1}` }]),
    );
    const schema = { $ref: '#/$defs/d0', $defs: { ...$defs, d20000: {} } };
    expect(problems(schema, 1)).toEqual([' tooComplex']);
  });

  it('may stop at the first error', () => {
    const read = readSchema({ required: ['a', 'b'], minProperties: 3, properties: { c: false } });
    expect(evaluate(read, { c: 1 }).errors).toHaveLength(4);
    const { valid, errors } = evaluate(read, { c: 1 }, { stopAtFirst: true });
    expect(valid).toBe(false);
    expect(errors.length).toBeLessThan(4);
  });

  it('gives the errors of each branch of a choice that nothing matches', () => {
    const schema = { oneOf: [{ type: 'string' }, { required: ['a'] }] };
    const [error] = evaluate(readSchema(schema), {}).errors;
    expect(error?.keyword).toBe('oneOf');
    expect(error?.branches?.map((branch) => branch.map(({ keyword }) => keyword))).toEqual([
      ['type'],
      ['required'],
    ]);
  });

  it('is exact with decimal numbers', () => {
    const isMultiple = (value: number, multipleOf: number): boolean =>
      evaluate(readSchema({ multipleOf }), value).valid;
    expect(isMultiple(0.3, 0.1)).toBe(true);
    expect(isMultiple(19.99, 0.01)).toBe(true);
    expect(isMultiple(1e308, 0.5)).toBe(true);
    expect(isMultiple(1.05, 0.1)).toBe(false);
    expect(isMultiple(-4.5, 1.5)).toBe(true);
  });

  it('tells items apart by their type', () => {
    const isUnique = (...value: JsonValue[]): boolean =>
      evaluate(readSchema({ uniqueItems: true }), value).valid;
    expect(isUnique(1, '1', true, 'true', null, 'null', [1], '[1]', 'json:[1]')).toBe(true);
    expect(isUnique({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false);
  });
});
