import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema } from '../../../src/domain/json.js';
import { withSchemaDefaults } from '../../../src/server/exactly-once/withSchemaDefaults.js';

const of = (properties: JsonObject, rest: JsonObject = {}): JsonObject => ({ properties, ...rest });

describe('variables with the defaults of their schema', () => {
  it.each<[string, JsonSchema | null, JsonObject, JsonObject]>([
    ['have none where nothing is declared', null, { a: 1 }, { a: 1 }],
    ['have none of a schema that is a truth value', true, { a: 1 }, { a: 1 }],
    ['have each that is absent', of({ a: { default: 1 } }), {}, { a: 1 }],
    ['keep what is there', of({ a: { default: 1 } }), { a: 2, b: 3 }, { a: 2, b: 3 }],
    ['have a default of null', of({ a: { default: null } }), {}, { a: null }],
    ['have a list as it is', of({ a: { default: [[1], 2] } }), {}, { a: [[1], 2] }],
    ['have none where none is given', of({ a: { type: 'string' } }), {}, {}],
    [
      'have those of groups that are there, and not of others',
      of({ a: of({ b: { default: 1 } }), c: of({ d: { default: 2 } }) }),
      { a: {} },
      { a: { b: 1 } },
    ],
    [
      'have those in the rows of lists',
      of({ rows: { items: of({ a: { default: 1 } }) } }),
      { rows: [{}, { a: 2 }, 'x'] },
      { rows: [{ a: 1 }, { a: 2 }, 'x'] },
    ],
    [
      'have those of the first rows, which have schemas of their own',
      of({ rows: { prefixItems: [of({ a: { default: 1 } })], items: of({ b: { default: 2 } }) } }),
      { rows: [{}, {}] },
      { rows: [{ a: 1 }, { b: 2 }] },
    ],
    [
      'have those of lists whose schema is in parts, one of which says nothing of rows',
      of({ rows: { allOf: [{ title: 'Rows' }, { items: of({ a: { default: 1 } }) }] } }),
      { rows: [{}] },
      { rows: [{ a: 1 }] },
    ],
    [
      'have a list as it is whose rows have no schema',
      of({ rows: { prefixItems: [{}] } }),
      { rows: [{}, { b: 1 }] },
      { rows: [{}, { b: 1 }] },
    ],
    [
      'have those of allOf and of references',
      { allOf: [of({ a: { $ref: '#/$defs/one' } })], $defs: { one: { default: 1 } } },
      {},
      { a: 1 },
    ],
    [
      'have none that two schemas give differently',
      { allOf: [of({ a: { default: 1 }, b: { default: 1 } }), of({ a: { default: 2 } })] },
      {},
      { b: 1 },
    ],
    [
      'have one that two schemas give alike',
      { allOf: [of({ a: { default: { b: 1, c: 2 } } }), of({ a: { default: { c: 2, b: 1 } } })] },
      {},
      { a: { b: 1, c: 2 } },
    ],
    [
      'have none that only applies sometimes',
      {
        anyOf: [of({ a: { default: 1 } })],
        oneOf: [of({ b: { default: 1 } })],
        if: {},
        then: of({ c: { default: 1 } }),
        dependentSchemas: { x: of({ d: { default: 1 } }) },
      },
      { x: 1 },
      { x: 1 },
    ],
    [
      'have none of a reference that leads nowhere, or in a circle',
      of({ a: { $ref: '#/$defs/none' }, b: { $ref: '#/properties/b' } }),
      {},
      {},
    ],
    [
      'have none where a reference may lead elsewhere',
      {
        $id: 'https://fernway.example/v',
        $defs: { a: { $dynamicAnchor: 'a', default: 1 } },
        ...of({ a: { $dynamicRef: '#a' } }),
      },
      {},
      {},
    ],
  ])('%s', (_, schema, variables, expected) => {
    const filled = withSchemaDefaults(schema, variables);
    expect(filled).toEqual(expected);
    expect(Object.keys(filled)).toEqual(Object.keys(expected));
  });

  it('have names that every object inherits as any other', () => {
    const schema = JSON.parse('{"properties":{"__proto__":{"default":1}}}') as JsonObject;
    expect(JSON.stringify(withSchemaDefaults(schema, {}))).toBe('{"__proto__":1}');
  });

  it('end where schemas within schemas would be applied without end', () => {
    const wide = { allOf: Array.from({ length: 30 }, () => ({ $ref: '#/$defs/n' })) };
    const schema = { $ref: '#/$defs/n', $defs: { n: { ...wide, ...of({ a: { default: 1 } }) } } };
    const rows = Array.from({ length: 2_000 }, () => ({}));
    const filled = withSchemaDefaults(of({ rows: { items: schema } }, { $defs: schema.$defs }), {
      rows,
    })['rows'] as readonly JsonObject[];
    expect([filled[0], filled.at(-1)]).toEqual([{ a: 1 }, {}]);
  });

  it('end where references repeat a long one', () => {
    const names = Array.from({ length: 300 }, (_, index) => `p${index}`);
    const one = Array.from({ length: 10_000 }, () => 1);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: '#/$defs/d' }]));
    const schema = of(properties, { $defs: { d: { default: one } } });
    const filled = withSchemaDefaults(schema, { p0: 'mine', p9: 'mine' });
    expect(filled).toEqual({ p0: 'mine', p1: one, p2: one, p9: 'mine' });
  });
});
