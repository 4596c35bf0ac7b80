import { node, type Case } from './case.js';

/** Fields that consist of others, or have a choice of them, or none that fits. */
export const compoundCases: readonly Case[] = [
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
