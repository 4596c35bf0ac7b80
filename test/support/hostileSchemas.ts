import type { JsonObject, JsonSchema, JsonValue } from '../../src/domain/json.js';

/** An object in an object, so many levels deep. */
export function nest(levels: number): JsonSchema {
  let schema: JsonSchema = { type: 'string' };
  for (let n = 0; n < levels; n += 1) schema = { type: 'object', properties: { a: schema } };
  return schema;
}

function doubling(keyword: string): JsonSchema {
  const $defs: Record<string, JsonValue> = { a0: { type: 'string' } };
  for (let n = 1; n < 40; n += 1) {
    const half = { $ref: `#/$defs/a${n - 1}` };
    $defs[`a${n}`] = { [keyword]: [half, half] };
  }
  return { $defs, type: 'object', properties: { a: { $ref: '#/$defs/a39' } } };
}

function megabyte(): JsonSchema {
  const properties: Record<string, JsonValue> = {};
  for (let n = 0; n < 1000; n += 1) {
    properties[`property${n}`] = {
      type: 'string',
      title: `Title ${n}`,
      description: 'x'.repeat(1000),
    };
  }
  return { type: 'object', properties };
}

/** Each alone is answered in time; all together they are not. */
function manyPatterns(): JsonSchema {
  const patterns = ['^(a+)+$', '(a*)*b', 'a*b'];
  const properties = Array.from({ length: 300 }, (_, n) => [
    `property${n}`,
    { type: 'string', pattern: patterns[n % 3] ?? '', default: `${'a'.repeat(4900)}!` },
  ]);
  return { type: 'object', properties: Object.fromEntries(properties) as JsonObject };
}

/** Schemas that would break a form that trusts them; some with values to judge. */
export const hostileSchemas: readonly (readonly [
  name: string,
  schema: JsonSchema,
  values?: JsonObject,
])[] = [
  ['{}', {}],
  ['true', true],
  ['false', false],
  ['a reference to itself', { $ref: '#' }],
  [
    'references in a circle',
    { properties: { a: { $ref: '#/properties/b' }, b: { $ref: '#/properties/a' } } },
  ],
  [
    'a recursion that must go on',
    { type: 'object', properties: { a: { $ref: '#' } }, required: ['a'] },
  ],
  [
    'a list that must hold itself',
    {
      type: 'object',
      properties: { a: { $ref: '#/$defs/l' } },
      required: ['a'],
      $defs: { l: { type: 'array', minItems: 3, items: { $ref: '#/$defs/l' } } },
    },
  ],
  [
    'a variant of itself',
    {
      oneOf: [{ $ref: '#/$defs/v' }, { type: 'null' }],
      $defs: {
        v: {
          type: 'object',
          required: ['a'],
          properties: { a: { oneOf: [{ $ref: '#/$defs/v' }, { type: 'string' }] } },
        },
      },
    },
  ],
  ['a missing reference', { properties: { a: { $ref: '#/nowhere' } } }],
  ['100 levels', nest(100)],
  [
    'an enum of 10,000',
    { properties: { a: { enum: Array.from({ length: 10_000 }, (_, n) => `o${n}`) } } },
  ],
  ['allOf that doubles', doubling('allOf')],
  ['anyOf that doubles', doubling('anyOf'), { a: 1 }],
  ['oneOf that doubles', doubling('oneOf'), { a: 'x' }],
  [
    'conditions in a circle',
    {
      properties: { a: {}, b: {} },
      if: { required: ['b'] },
      then: {},
      else: { properties: { b: { default: 1 } } },
    },
  ],
  [
    'types that exclude each other',
    { properties: { a: { allOf: [{ type: 'string' }, { type: 'number' }] } } },
  ],
  [
    'keywords of wrong types',
    {
      properties: {
        a: {
          title: 5,
          description: {},
          enum: null,
          items: 'x',
          properties: [1],
          required: 3,
          examples: {},
        },
      },
    },
  ],
  [
    'a keyword that is null',
    { properties: null, required: null, allOf: null, oneOf: [null], $ref: null },
  ],
  ['a megabyte', megabyte()],
  [
    'values that are no options',
    { properties: { a: { enum: [] }, b: { oneOf: [] }, c: { type: [] } } },
  ],
  ['hundreds of patterns that explode', manyPatterns()],
  ['an id that is no URI', { $id: 'http://[', properties: { a: { type: 'string' } } }],
  [
    'the same id twice',
    { $defs: { a: { $id: 'x' }, b: { $id: 'x', type: 'string' } }, properties: { a: {} } },
  ],
];
