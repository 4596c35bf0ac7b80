import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema } from '../../src/domain/json.js';
import { validateVariables } from '../../src/headless/variables-form/validateVariables.js';

const properties: JsonObject = {
  account_url: { type: 'string' },
  host: { type: 'string', title: 'Server' },
  port: { type: 'integer' },
};
const required = (...names: string[]): JsonObject => ({ required: names });

describe('a form of which one of several names must be filled in', () => {
  it.each<[string, JsonSchema, JsonObject, string]>([
    [
      'by their titles, or by their names in words',
      { properties, anyOf: [required('account_url'), required('host')] },
      {},
      'Fill in one of these: Account URL, Server',
    ],
    [
      'of each group those that are missing yet',
      { properties, oneOf: [required('account_url'), required('host', 'port')] },
      {},
      'Fill in one of these: Account URL, Server + Port',
    ],
    [
      'not where something else is wrong',
      { properties, anyOf: [required('account_url'), { maxProperties: 0 }] },
      { port: 1 },
      "This doesn't match any of the options",
    ],
    [
      'not where several are given and one is allowed',
      { properties, oneOf: [required('account_url'), required('host')] },
      { account_url: 'a', host: 'h' },
      'This matches more than one option. Only one is allowed.',
    ],
  ])('says which: %s', (_, schema, values, message) => {
    expect(validateVariables(schema, values).map((fault) => fault.message)).toEqual([message]);
  });
});

it('asks to choose a missing value that is one of several, and to enter any other', () => {
  const schema = {
    properties: { ...properties, size: { enum: [1, 2] } },
    ...required('size', 'host'),
  };
  expect(validateVariables(schema, {}).map((fault) => fault.message)).toEqual([
    'Choose Size',
    'Enter Server',
  ]);
});
