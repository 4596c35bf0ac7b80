import type { Case } from './case.js';

/** Fields with one value. */
export const plainCases: readonly Case[] = [
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
  { name: 'null', schema: { type: 'null' }, field: 'const', kept: [null] },
  { name: 'const', schema: { const: null }, field: 'const', kept: [null] },
  { name: 'required const', schema: { const: 0 }, required: true, field: 'const', untouched: 0 },
];
