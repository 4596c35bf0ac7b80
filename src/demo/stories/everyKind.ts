import type { Story } from './story.js';
import { withVariables } from './withVariables.js';

/** Gives Shopify orders variables of every kind that a JSON Schema can ask for. */
export const everyKind: NonNullable<Story['prepare']> = withVariables({
  type: 'object',
  required: ['code', 'contact', 'target', 'region', 'version'],
  properties: {
    code: {
      title: 'Code',
      description: 'Printed on each label.',
      type: 'string',
      pattern: '^[A-Z]{3}-\\d$',
      examples: ['LDN-1', 'MAN-2'],
      errorMessage: { pattern: 'Three capitals, a hyphen and a digit' },
    },
    contact: { title: 'Contact', type: 'string', format: 'email' },
    starts: { title: 'First day', type: 'string', format: 'date' },
    note: { title: 'Note on each order', type: 'string', maxLength: 500 },
    token: { title: 'Webhook secret', type: 'string', writeOnly: true },
    batch: { title: 'Orders in a batch', type: 'integer', minimum: 1, maximum: 500, default: 50 },
    margin: { title: 'Tolerance', type: 'number', exclusiveMinimum: 0, multipleOf: 0.01 },
    active: {
      title: 'Send orders at once',
      description: 'Otherwise they wait for the next morning.',
      type: 'boolean',
      default: true,
    },
    notify: { title: 'Send a message about each order', type: 'boolean' },
    region: {
      title: 'Region',
      oneOf: [
        { const: 'eu', title: 'European Union', description: 'Stored in Dublin' },
        { const: 'uk', title: 'United Kingdom', description: 'Stored in London' },
      ],
    },
    currency: { title: 'Currency', enum: ['EUR', 'GBP', 'USD', 'CHF', 'SEK', 'NOK', 'DKK'] },
    hour: {
      title: 'Minute of the hour',
      enum: Array.from({ length: 60 }, (_, minute) => minute),
    },
    days: {
      title: 'Days',
      type: 'array',
      uniqueItems: true,
      items: { enum: ['Monday', 'Wednesday', 'Friday'] },
    },
    version: { title: 'Version', const: 2 },
    tags: {
      title: 'Tags',
      type: 'array',
      maxItems: 3,
      default: ['new'],
      items: { title: 'Tag', type: 'string', minLength: 2 },
    },
    range: {
      title: 'Range of order numbers',
      type: 'array',
      prefixItems: [
        { title: 'From', type: 'integer' },
        { title: 'To', type: 'integer' },
      ],
      items: false,
    },
    address: {
      title: 'Return address',
      type: 'object',
      properties: {
        street: { title: 'Street', type: 'string' },
        city: { title: 'City', type: 'string' },
      },
      required: ['city'],
    },
    headers: {
      title: 'Headers',
      description: 'Sent along with each call.',
      type: 'object',
      additionalProperties: { type: 'string' },
    },
    nickname: { title: 'Nickname', type: ['string', 'null'] },
    target: {
      title: 'Where to send reports',
      oneOf: [
        {
          title: 'Email',
          properties: { to: { title: 'To', type: 'string', format: 'email' } },
          required: ['to'],
        },
        {
          title: 'Channel',
          properties: { channel: { title: 'Channel', type: 'string' } },
          required: ['channel'],
        },
      ],
    },
    folder: { $ref: '#/$defs/folder' },
    extra: { title: 'Anything else' },
    legacy: {
      title: 'Old code',
      type: 'string',
      deprecated: true,
      readOnly: true,
      default: 'A7',
    },
  },
  if: { properties: { notify: { const: true } }, required: ['notify'] },
  then: { properties: { phone: { title: 'Phone', type: 'string' } }, required: ['phone'] },
  $defs: {
    folder: {
      title: 'Folder',
      type: 'object',
      properties: {
        name: { title: 'Folder name', type: 'string' },
        inside: { $ref: '#/$defs/folder', title: 'Folder inside' },
      },
    },
  },
});
