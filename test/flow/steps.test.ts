import { expect, it } from 'vitest';
import type { JsonSchema } from '../../src/domain/json.js';
import { hasVariables } from '../../src/flow/steps.js';

it.each<[JsonSchema | null, boolean]>([
  [null, false],
  [true, false],
  [{}, false],
  [{ type: 'object' }, false],
  [{ type: 'object', properties: {}, required: [], additionalProperties: false }, false],
  [{ $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Nothing' }, false],
  [{ type: 'object', properties: {}, additionalProperties: true }, false],
  [{ properties: { code: {} } }, true],
  [{ required: ['code'] }, true],
  [{ additionalProperties: { type: 'string' } }, true],
  [{ patternProperties: { '^x-': {} } }, true],
  [{ $ref: '#/$defs/all' }, true],
  [{ allOf: [{}] }, true],
  [{ type: 'string' }, true],
  [false, true],
])('the schema %j asks the user for something: %s', (schema, expected) => {
  expect(hasVariables(schema)).toBe(expected);
});
