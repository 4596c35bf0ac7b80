import type { JsonObject, JsonSchema, JsonValue } from '../../src/domain/json.js';

const kinds: readonly (readonly [JsonObject, JsonValue])[] = [
  [{ type: 'string', minLength: 1, maxLength: 80 }, 'Leeds fulfilment centre'],
  [{ type: 'string', pattern: '^[A-Z]{3}-[0-9]{1,4}$' }, 'LDN-42'],
  [{ type: 'integer', minimum: 1, maximum: 500, multipleOf: 5 }, 50],
  [{ type: 'string', enum: ['paid', 'fulfilled', 'any'] }, 'fulfilled'],
  [{ type: 'boolean' }, false],
  [{ type: 'string', format: 'email' }, 'stock@chen-and-co.example'],
  [{ type: 'array', items: { type: 'string' }, maxItems: 10, uniqueItems: true }, ['GB', 'IE']],
  [{ $ref: '#/$defs/address' }, { street: 'Aire Street 1', city: 'Leeds', zip: 'LS1 4PR' }],
  [{ anyOf: [{ type: 'null' }, { type: 'number', exclusiveMinimum: 0 }] }, 0.5],
  [{ oneOf: [{ const: 'auto' }, { type: 'integer', maximum: 9 }] }, 'auto'],
];

const settings = Array.from({ length: 50 }, (_, index) => {
  const [schema, value] = kinds[index % kinds.length] ?? [{}, null];
  return { name: `setting_${index}`, schema, value };
});

/** Fifty settings of an integration, five of each kind. */
export const settingsSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: settings.map(({ name }) => name),
  additionalProperties: false,
  properties: Object.fromEntries(settings.map(({ name, schema }) => [name, schema])),
  $defs: {
    address: {
      type: 'object',
      required: ['street', 'city', 'zip'],
      additionalProperties: false,
      properties: {
        street: { type: 'string', minLength: 1 },
        city: { type: 'string', minLength: 1 },
        zip: { type: 'string', pattern: '^[A-Z0-9][A-Z0-9 -]{2,9}$' },
      },
    },
  },
};

export const validSettings: JsonObject = Object.fromEntries(
  settings.map(({ name, value }) => [name, value]),
);

/** One of the last settings is wrong, so that all before it are looked at too. */
export const wrongSettings: JsonObject = { ...validSettings, setting_42: 501 };
