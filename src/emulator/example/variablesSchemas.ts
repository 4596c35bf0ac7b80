import type { VariablesSchema } from '../shapes.js';

const warehouseCode = {
  type: 'string',
  title: 'Warehouse code',
  description: 'Three letters and a number, as on the dock labels: LDN-2.',
  pattern: '^[A-Z]{3}-[0-9]{1,3}$',
};

/** Flat: a text with a pattern, a choice, bounded numbers, a switch, a secret. */
export const shopifyOrdersVariables: VariablesSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['warehouseCode', 'orderStatus', 'batchSize'],
  properties: {
    warehouseCode,
    orderStatus: {
      type: 'string',
      title: 'Orders to send',
      description: 'Orders in other states stay in Shopify.',
      enum: ['paid', 'fulfilled', 'any'],
      default: 'paid',
    },
    batchSize: {
      type: 'integer',
      title: 'Orders in a batch',
      minimum: 1,
      maximum: 500,
      default: 50,
    },
    includeTestOrders: { type: 'boolean', title: 'Include test orders', default: false },
    roundingTolerance: {
      type: 'number',
      title: 'Rounding tolerance',
      description: 'How far the totals of both sides may differ.',
      minimum: 0,
      maximum: 1,
    },
    memo: { type: 'string', title: 'Memo on each order', maxLength: 200 },
    webhookSecret: {
      type: 'string',
      title: 'Webhook secret',
      description: 'From the notification settings of your Shopify store.',
      format: 'password',
      writeOnly: true,
      minLength: 8,
    },
  },
};

/** Nested: an address, and a list of rows. */
export const warehouseSyncVariables: VariablesSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['warehouseCode', 'address'],
  properties: {
    warehouseCode,
    address: {
      type: 'object',
      title: 'Warehouse address',
      additionalProperties: false,
      required: ['street', 'city', 'zip'],
      properties: {
        street: { type: 'string', title: 'Street', minLength: 1 },
        city: { type: 'string', title: 'City', minLength: 1 },
        zip: { type: 'string', title: 'Postcode', pattern: '^[A-Z0-9][A-Z0-9 -]{2,9}$' },
        country: { type: 'string', title: 'Country', enum: ['GB', 'IE', 'NL'], default: 'GB' },
      },
    },
    lines: {
      type: 'array',
      title: 'Stock lines',
      description: 'What to keep in step; every line when left empty.',
      maxItems: 50,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['sku'],
        properties: {
          sku: { type: 'string', title: 'SKU', minLength: 1 },
          reorderPoint: { type: 'integer', title: 'Reorder point', minimum: 0 },
        },
      },
    },
  },
};
