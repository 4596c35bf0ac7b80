import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../src/domain/json.js';
import type { Field } from '../../src/variables/field.js';
import { resolveVariables } from '../../src/variables/resolveVariables.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';

/** The number of the branch that is chosen at the property `a`. */
function getChosen(schema: JsonSchema, values?: JsonObject): number | null | undefined {
  const { field } = resolveVariables(readSchema(schema), { values });
  const a = field.kind === 'object' ? field.fields.find(({ name }) => name === 'a') : undefined;
  return getVariant(a)?.chosen;
}

function getVariant(field: Field | undefined): Extract<Field, { kind: 'variant' }> | undefined {
  return field?.kind === 'variant' ? field : undefined;
}

function wrap(a: JsonValue): JsonSchema {
  return { type: 'object', properties: { a }, required: ['a'] };
}

function branch(type: string, properties: JsonObject): JsonObject {
  return { properties: { type: { const: type }, ...properties }, required: ['type'] };
}

const text = { type: 'string' };

describe('the branch that is chosen', () => {
  it('is one of which the place can hold a value, by its type', () => {
    const branches = [text, { properties: { b: text } }, { properties: { c: text } }];
    expect(getChosen(wrap({ type: 'object', oneOf: branches }))).toBe(1);
  });

  it('is one whose constant the place allows', () => {
    const branches = [branch('basic', { user: text }), branch('token', { token: text })];
    const a = { type: 'object', properties: { type: { enum: ['token', 'key'] } }, oneOf: branches };
    expect(getChosen(wrap(a))).toBe(1);
  });

  it('is one that a condition around it allows', () => {
    const branches = [branch('basic', { user: text }), branch('token', { token: text })];
    const schema: JsonSchema = {
      type: 'object',
      properties: { mode: { enum: ['any', 'token'] }, a: { type: 'object', oneOf: branches } },
      required: ['a'],
      if: { properties: { mode: { const: 'token' } }, required: ['mode'] },
      then: { properties: { a: { properties: { type: { const: 'token' } } } } },
    };
    expect(getChosen(schema, { mode: 'any' })).toBe(0);
    expect(getChosen(schema, { mode: 'token' })).toBe(1);
    expect(getChosen(schema, { mode: 'token', a: {} })).toBe(1);
  });

  it('is not one that repeats the names of the place', () => {
    const shared = { host: text, port: text };
    const branches = [
      { properties: { ...shared, user: text }, required: ['user'] },
      { properties: { token: text }, required: ['token'] },
    ];
    const a = { type: 'object', properties: shared, oneOf: branches };
    expect(getChosen(wrap(a), { a: { host: 'h', port: '1', token: 't' } })).toBe(1);
  });

  it('is the one whose patterns the names of the value have', () => {
    const a = {
      type: 'object',
      oneOf: [
        { properties: { 'x-1': text }, additionalProperties: false },
        { patternProperties: { '^x-': text }, minProperties: 2 },
      ],
    };
    expect(getChosen(wrap(a), { a: { 'x-1': 'a', 'x-2': 'b' } })).toBe(1);
  });
});
