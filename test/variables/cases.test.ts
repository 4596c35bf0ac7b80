import { describe, expect, it } from 'vitest';
import { node, type Case } from './case.js';
import { compoundCases } from './compoundCases.js';
import { plainCases } from './plainCases.js';
import type { JsonObject, JsonSchema } from '../../src/domain/json.js';
import { checkVariables } from '../../src/variables/checkVariables.js';
import type { Field } from '../../src/variables/field.js';
import { withInputAt } from '../../src/variables/inputAt.js';
import { resolveVariables } from '../../src/variables/resolveVariables.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';
import { toInput } from '../../src/variables/toInput.js';
import { toValues } from '../../src/variables/toValues.js';
import { toChoiceInput } from '../../src/variables/variableInput.js';

function wrap({ schema, required }: Case): JsonSchema {
  return {
    type: 'object',
    properties: { a: schema },
    ...(required && { required: ['a'] }),
    $defs: { node },
  };
}

function getField(schema: JsonSchema, values?: JsonObject): Field | undefined {
  const { field } = resolveVariables(readSchema(schema), { values });
  return field.kind === 'object' ? field.fields[0] : undefined;
}

function describeField(field: Field | undefined): string {
  if (field === undefined) return '';
  const reason = field.kind === 'json' ? ` ${field.reason}` : '';
  return `${field.kind}${reason}${field.secret ? ' secret' : ''}`;
}

describe.each([...plainCases, ...compoundCases])('$name', (row) => {
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
      const again = resolveVariables(readSchema(schema), { input });
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
    const { field } = resolveVariables(readSchema(schema), { values });
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
    const kind = [{ kind: 'name', name: 'kind' }] as const;
    const bank = withInputAt(input, kind, toChoiceInput('bank'));
    expect(toValues(schema, bank)).toEqual({ kind: 'bank' });
    const card = withInputAt(bank, kind, toChoiceInput('card'));
    expect(toValues(schema, card)).toEqual({ kind: 'card', number: '5' });
  });
});
