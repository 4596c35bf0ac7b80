import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../src/domain/json.js';
import { checkVariables } from '../../src/variables/checkVariables.js';
import type { Field } from '../../src/variables/field.js';
import { resolveVariables } from '../../src/variables/resolveVariables.js';
import { toSchemaDocument } from '../../src/variables/schemaDocument.js';
import { toInput } from '../../src/variables/toInput.js';
import { toValues } from '../../src/variables/toValues.js';

/** The property `a` of a form: what it is asked as, and what comes out of what went in. */
interface Case {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly field: string;
  readonly required?: true;
  /** What is sent where nothing was typed; absent: nothing. */
  readonly untouched?: JsonValue;
  /** Values that come out as they went in, and are valid. */
  readonly kept?: readonly JsonValue[];
  /** Values that come out as they went in, and are refused. */
  readonly refused?: readonly JsonValue[];
}

const node: JsonSchema = {
  type: 'object',
  properties: { v: { type: 'string' }, next: { $ref: '#/$defs/node' } },
};

const cases: readonly Case[] = [
  {
    name: 'string',
    schema: { type: 'string' },
    field: 'text',
    kept: ['', 'x', ' ', '0', 'null', 'a\nb'],
  },
  {
    name: 'required string',
    schema: { type: 'string' },
    required: true,
    field: 'text',
    kept: [''],
  },
  {
    name: 'long string',
    schema: { type: 'string', maxLength: 4000 },
    field: 'longText',
    kept: ['x'],
  },
  { name: 'string with minLength', schema: { minLength: 1 }, field: 'text', refused: [''] },
  {
    name: 'string default',
    schema: { type: 'string', default: 'd' },
    field: 'text',
    untouched: 'd',
  },
  { name: 'empty default', schema: { type: 'string', default: '' }, field: 'text', untouched: '' },
  {
    name: 'password',
    schema: { type: 'string', format: 'password' },
    field: 'text secret',
    kept: ['s', ''],
  },
  {
    name: 'writeOnly',
    schema: { type: 'string', writeOnly: true },
    field: 'text secret',
    kept: ['s'],
  },
  { name: 'email', schema: { type: 'string', format: 'email' }, field: 'text', refused: ['x'] },
  {
    name: 'integer',
    schema: { type: 'integer' },
    field: 'integer',
    kept: [0, -1, 9007199254740991],
    refused: [1.5],
  },
  { name: 'number', schema: { type: 'number' }, field: 'number', kept: [0, 0.1, -5, 1e21, 1e-9] },
  {
    name: 'number default 0',
    schema: { type: 'number', default: 0 },
    field: 'number',
    untouched: 0,
  },
  {
    name: 'bounds',
    schema: { type: 'number', minimum: 1, multipleOf: 0.1 },
    field: 'number',
    refused: [0, 1.05],
  },
  { name: 'boolean', schema: { type: 'boolean' }, field: 'choice', kept: [true, false] },
  {
    name: 'required boolean',
    schema: { type: 'boolean' },
    required: true,
    field: 'boolean',
    untouched: false,
    kept: [true, false],
  },
  {
    name: 'boolean default',
    schema: { type: 'boolean', default: true },
    field: 'boolean',
    untouched: true,
    kept: [false],
  },
  {
    name: 'boolean default false',
    schema: { type: 'boolean', default: false },
    field: 'boolean',
    untouched: false,
  },
  {
    name: 'enum',
    schema: { enum: ['a', '', 0, false, null, { x: 1 }] },
    field: 'choice',
    kept: ['a', '', 0, false, null, { x: 1 }],
    refused: ['b'],
  },
  {
    name: 'oneOf const',
    schema: {
      oneOf: [
        { const: 0, title: 'Off' },
        { const: 1, title: 'On' },
      ],
    },
    field: 'choice',
    kept: [0, 1],
  },
  {
    name: 'anyOf const',
    schema: { anyOf: [{ const: 'a' }, { enum: ['b'] }] },
    field: 'choice',
    kept: ['a', 'b'],
  },
  { name: 'const', schema: { const: null }, field: 'const', kept: [null] },
  { name: 'required const', schema: { const: 0 }, required: true, field: 'const', untouched: 0 },
  {
    name: 'nullable string',
    schema: { type: ['string', 'null'] },
    field: 'nullable',
    kept: [null, '', 'x'],
  },
  {
    name: 'nullable by anyOf',
    schema: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    field: 'nullable',
    kept: [null, 0],
  },
  {
    name: 'nullable boolean',
    schema: { type: ['boolean', 'null'] },
    field: 'choice',
    kept: [null, false, true],
  },
  {
    name: 'null default',
    schema: { type: ['string', 'null'], default: null },
    field: 'nullable',
    untouched: null,
  },
  {
    name: 'list',
    schema: { type: 'array', items: { type: 'string' } },
    field: 'list',
    kept: [[], [''], ['a', 'b']],
  },
  {
    name: 'required list',
    schema: { type: 'array', items: { type: 'number' } },
    required: true,
    field: 'list',
    untouched: [],
    kept: [[0]],
  },
  {
    name: 'list of nullable',
    schema: { type: 'array', items: { type: ['number', 'null'] } },
    field: 'list',
    kept: [[null, 0]],
  },
  {
    name: 'list of objects',
    schema: { type: 'array', items: { type: 'object', properties: { x: { type: 'integer' } } } },
    field: 'list',
    kept: [[{}, { x: 0 }]],
  },
  {
    name: 'set',
    schema: { type: 'array', uniqueItems: true, items: { enum: ['a', 'b', 0] } },
    field: 'set',
    kept: [['b', 'a'], [0]],
    refused: [['c']],
  },
  {
    name: 'tuple',
    schema: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] },
    field: 'list',
    kept: [['a', 0], ['']],
  },
  {
    name: 'draft-07 tuple',
    schema: { type: 'array', items: [{ type: 'string' }], additionalItems: { type: 'number' } },
    field: 'list',
    kept: [['a', 0, 1]],
  },
  {
    name: 'object',
    schema: {
      type: 'object',
      properties: { x: { type: 'string' }, y: { type: 'boolean', default: false } },
    },
    field: 'object',
    untouched: { y: false },
    kept: [{ x: '', y: false }, { y: true }],
  },
  {
    name: 'optional object that is empty',
    schema: { type: 'object', properties: { x: { type: 'string' } } },
    field: 'object',
    kept: [{}],
  },
  {
    name: 'default in an incomplete object',
    schema: {
      type: 'object',
      properties: { x: { type: 'integer', default: 3 }, url: { type: 'string' } },
      required: ['url'],
    },
    field: 'object',
  },
  {
    name: 'map',
    schema: { type: 'object', additionalProperties: { type: 'number' } },
    field: 'object',
    kept: [{ '': 0, 'a.b/c~d e': 1 }],
  },
  {
    name: 'patterns of names',
    schema: {
      type: 'object',
      patternProperties: { '^n': { type: 'number' } },
      additionalProperties: { type: 'string' },
    },
    field: 'object',
    kept: [{ n1: 0, s: '' }],
    refused: [{ n1: 'x' }],
  },
  {
    name: 'variants',
    schema: {
      oneOf: [
        {
          type: 'object',
          properties: { k: { const: 'a' }, x: { type: 'string' } },
          required: ['k'],
        },
        {
          type: 'object',
          properties: { k: { const: 'b' }, y: { type: 'number' } },
          required: ['k'],
        },
      ],
    },
    field: 'variant',
    kept: [{ k: 'a' }, { k: 'b', y: 0 }],
  },
  {
    name: 'several types',
    schema: { type: ['string', 'number'] },
    field: 'variant',
    kept: ['', 0],
  },
  {
    name: 'constraints by anyOf',
    schema: {
      type: 'object',
      properties: { x: { type: 'string' }, y: { type: 'string' } },
      anyOf: [{ required: ['x'] }, { required: ['y'] }],
    },
    field: 'object',
    kept: [{ x: '' }],
    refused: [{}],
  },
  {
    name: 'formats by anyOf',
    schema: {
      anyOf: [
        { type: 'string', format: 'ipv4' },
        { type: 'string', format: 'hostname' },
      ],
    },
    field: 'text',
    kept: ['192.0.2.1', 'example.com'],
    refused: ['a b'],
  },
  {
    name: 'allOf',
    schema: {
      allOf: [
        { properties: { x: { type: 'string' } } },
        { type: 'object', properties: { y: { type: 'number' } } },
      ],
    },
    field: 'object',
    kept: [{ x: '', y: 0 }],
  },
  {
    name: 'recursion',
    schema: node,
    field: 'object',
    kept: [{ v: 'a', next: { v: 'b', next: {} } }],
  },
  {
    name: 'anything',
    schema: {},
    field: 'json any',
    kept: [null, 0, false, '', [], {}, { a: [1] }],
  },
  { name: 'true', schema: true, field: 'json any', kept: [null] },
  { name: 'false', schema: false, field: 'json nothing', refused: [0] },
  {
    name: 'object without names',
    schema: { type: 'object' },
    field: 'json object',
    kept: [{}, { a: 0 }],
  },
  { name: 'list without items', schema: { type: 'array' }, field: 'json list', kept: [[], [0]] },
  {
    name: 'contradiction',
    schema: { allOf: [{ type: 'string' }, { type: 'number' }] },
    field: 'json contradiction',
    refused: [0],
  },
  { name: 'read only', schema: { type: 'string', readOnly: true }, field: 'text', kept: ['x'] },
];

function wrap({ schema, required }: Case): JsonSchema {
  return {
    type: 'object',
    properties: { a: schema },
    ...(required && { required: ['a'] }),
    $defs: { node },
  };
}

function getField(schema: JsonSchema, values?: JsonObject): Field | undefined {
  const { field } = resolveVariables(toSchemaDocument(schema), { values });
  return field.kind === 'object' ? field.fields[0] : undefined;
}

function describeField(field: Field | undefined): string {
  if (field === undefined) return '';
  const reason = field.kind === 'json' ? ` ${field.reason}` : '';
  return `${field.kind}${reason}${field.secret ? ' secret' : ''}`;
}

describe.each(cases)('$name', (row) => {
  const schema = wrap(row);

  it(`is asked for as ${row.field}`, () => {
    expect(describeField(getField(schema))).toBe(row.field);
  });

  it('sends what was filled in beforehand, and nothing where it was left alone', () => {
    const expected = row.untouched === undefined ? {} : { a: row.untouched };
    expect(toValues(schema, toInput(schema))).toEqual(expected);
  });

  it('gives back what it was given, as valid as it was', () => {
    for (const value of row.kept ?? []) {
      const values = toValues(schema, toInput(schema, { a: value }));
      expect(values).toHaveProperty('a', value);
      expect(checkVariables(schema, values)).toEqual([]);
    }
    for (const value of row.refused ?? []) {
      const values = toValues(schema, toInput(schema, { a: value }));
      expect(values).toEqual({ a: value });
      expect(checkVariables(schema, values)).not.toEqual([]);
    }
  });

  it('reads the same twice', () => {
    for (const value of [...(row.kept ?? []), ...(row.refused ?? [])]) {
      const input = toInput(schema, { a: value });
      const again = resolveVariables(toSchemaDocument(schema), { input });
      expect(again.input).toEqual(input);
      expect(toInput(schema, toValues(schema, input))).toEqual(input);
    }
  });
});

describe('properties of any name', () => {
  it('keeps names that mean something elsewhere', () => {
    const names = ['__proto__', '', 'a.b', 'a/b', 'a~b', 'a b', 'constructor', '0', 'ключ'];
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'integer' }]));
    const values = Object.fromEntries(names.map((name, index) => [name, index]));
    const schema: JsonSchema = { type: 'object', properties, required: names };
    const sent = toValues(schema, toInput(schema, values));
    expect(Object.entries(sent ?? {})).toEqual(expect.arrayContaining(Object.entries(values)));
    expect(checkVariables(schema, sent)).toEqual([]);
    expect(checkVariables(schema, {})).toHaveLength(names.length);
  });

  it('keeps a row without a field of its own, so that it can be seen and taken out', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { a: { type: 'string' } },
      additionalProperties: false,
    };
    const values = toValues(schema, toInput(schema, { a: 'x', old: 1 }));
    expect(values).toEqual({ a: 'x', old: 1 });
    expect(checkVariables(schema, values)).toMatchObject([
      { path: '/old', keyword: 'additionalProperties' },
    ]);
  });
});

describe('conditions', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: { kind: { enum: ['card', 'bank'] }, note: { type: 'string' } },
    if: { properties: { kind: { const: 'card' } }, required: ['kind'] },
    then: { properties: { number: { type: 'string', default: '4' } }, required: ['number'] },
    else: { properties: { iban: { type: 'string' } } },
    dependentRequired: { note: ['kind'] },
    dependentSchemas: { note: { properties: { language: { type: 'string' } } } },
  };
  const names = (values: JsonObject): readonly string[] => {
    const { field } = resolveVariables(toSchemaDocument(schema), { values });
    return field.kind === 'object' ? field.fields.map(({ name }) => name) : [];
  };

  it('asks for what the values so far bring', () => {
    expect(names({})).toEqual(['kind', 'note', 'iban']);
    expect(names({ kind: 'card' })).toEqual(['kind', 'note', 'number']);
    expect(names({ note: 'x' })).toEqual(['kind', 'note', 'iban', 'language']);
  });

  it('fills in the default of a field that a condition brings', () => {
    expect(toValues(schema, toInput(schema, { kind: 'card' }))).toEqual({
      kind: 'card',
      number: '4',
    });
  });

  it('does not send what a condition has taken away, and keeps it for when it comes back', () => {
    const input = toInput(schema, { kind: 'card', number: '5' });
    const bank = { object: { ...Object(input).object, kind: { choice: 'bank' } } };
    expect(toValues(schema, bank)).toEqual({ kind: 'bank' });
    const card = { object: { ...bank.object, kind: { choice: 'card' } } };
    expect(toValues(schema, card)).toEqual({ kind: 'card', number: '5' });
  });
});
