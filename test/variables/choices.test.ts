import { describe, expect, it } from 'vitest';
import type { JsonSchema, JsonValue } from '../../src/domain/json.js';
import type { Field } from '../../src/variables/field.js';
import { resolveVariables } from '../../src/variables/resolveVariables.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';
import { countCalls } from '../support/countCalls.js';

function getField(a: JsonValue): Field | undefined {
  const schema: JsonSchema = { type: 'object', properties: { a }, required: ['a'] };
  const { field } = resolveVariables(readSchema(schema), {});
  return field.kind === 'object' ? field.fields[0] : undefined;
}

function getValues(a: JsonValue): readonly JsonValue[] {
  const field = getField(a);
  return field?.kind === 'choice' ? field.options.map(({ value }) => value) : [];
}

describe('a choice', () => {
  it('has the value null as an option, by its type or by its constant', () => {
    const both = [{ const: 'a', title: 'A' }, { const: 'b' }];
    expect(getValues({ oneOf: [...both, { type: 'null' }] })).toEqual(['a', 'b', null]);
    expect(getValues({ anyOf: [...both, { const: null, title: 'Never' }] })).toEqual([
      'a',
      'b',
      null,
    ]);
    const named = getField({ oneOf: [...both, { type: 'null', title: 'Never' }] });
    expect(named).toMatchObject({ options: [{}, {}, { value: null, label: 'Never' }] });
  });

  it('says nothing in one way where it may be left out', () => {
    const a: JsonValue = { enum: ['a', null] };
    const schema: JsonSchema = { type: 'object', properties: { a } };
    const { field, values } = resolveVariables(readSchema(schema), { values: { a: null } });
    expect(field).toMatchObject({ fields: [{ kind: 'choice', options: [{ value: 'a' }] }] });
    expect(values).toEqual({ a: null });
  });

  it('offers null once', () => {
    expect(getValues({ anyOf: [{ enum: ['a', 'b', null] }, { type: 'null' }] })).toEqual([
      'a',
      'b',
      null,
    ]);
  });

  it.each<[JsonValue, readonly JsonValue[], readonly JsonValue[]]>([
    ['string', ['1', 2, 'b', null], ['1', 'b']],
    ['integer', ['1', 2, 2.5, 3], [2, 3]],
    ['number', [1, 2.5, true], [1, 2.5]],
    [
      ['object', 'null'],
      [{}, [], null],
      [{}, null],
    ],
  ])('offers only values of the type %j', (type, values, offered) => {
    expect(getValues({ type, enum: values })).toEqual(offered);
    expect(getValues({ type, oneOf: values.map((value) => ({ const: value })) })).toEqual(offered);
  });

  it('offers what a keyword of another type says nothing of', () => {
    expect(getValues({ minLength: 2, enum: [1, 2] })).toEqual([1, 2]);
  });

  it('says that there is nothing to choose where the type forbids all', () => {
    expect(getField({ type: 'string', enum: [1, 2] })).toMatchObject({
      kind: 'json',
      reason: 'contradiction',
    });
  });

  it('is made at once of two long lists of objects', () => {
    const list = Array.from({ length: 2000 }, (_, id) => ({ id, name: `n${id}` }));
    const turned = list.map(({ id, name }) => ({ name, id })).toReversed();
    let offered = 0;
    const calls = countCalls(() => {
      offered = getValues({ allOf: [{ enum: list }, { enum: turned }] }).length;
    });
    expect(offered).toBe(2000);
    // Comparing each with each would take four million.
    expect(calls).toBeLessThan(200_000);
  });
});
