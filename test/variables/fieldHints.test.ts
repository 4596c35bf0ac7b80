import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../src/domain/json.js';
import type { Field } from '../../src/variables/field.js';
import { resolveVariables } from '../../src/variables/resolveVariables.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';
import { toInput } from '../../src/variables/toInput.js';
import { toValues } from '../../src/variables/toValues.js';

function getField(a: JsonValue, required = false): Field | undefined {
  const schema: JsonSchema = {
    type: 'object',
    properties: { a },
    ...(required && { required: ['a'] }),
  };
  const { field } = resolveVariables(readSchema(schema), {});
  return field.kind === 'object' ? field.fields[0] : undefined;
}

describe('a field', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['the unit of a number', { type: 'number', 'x-unit': 'MB' }, { hints: { unit: 'MB' } }],
    [
      'its group and order',
      { type: 'string', group: 'auth', order: 2 },
      { hints: { group: 'Auth', order: 2 } },
    ],
    [
      'that it is deprecated',
      { type: 'string', deprecated: true },
      { hints: { isAdvanced: true } },
    ],
    ['that it is hidden', { type: 'string', 'ui:widget': 'hidden' }, { hints: { isHidden: true } }],
    [
      'that it takes lines',
      { type: 'string', multiline: true },
      { kind: 'longText', multiline: true },
    ],
    ['that it is a text area', { type: 'string', 'ui:widget': 'textarea' }, { kind: 'longText' }],
    [
      'that a secret takes lines',
      { type: 'string', writeOnly: true, multiline: true },
      { kind: 'text', secret: true, multiline: true },
    ],
    ['its examples', { type: 'string', examples: ['eu', 1] }, { suggestions: ['eu'] }],
    [
      'what its pattern means',
      { type: 'string', pattern: '^s3:', pattern_descriptor: 's3://bucket' },
      { patternHint: 's3://bucket' },
    ],
    [
      'an example of its pattern',
      { type: 'string', pattern: '^s3:', examples: ['s3://a'] },
      { patternHint: 's3://a' },
    ],
    [
      'the names beside an enum',
      { enum: [1, 2], enumNames: ['One', 'Two'] },
      {
        options: [
          { value: 1, label: 'One' },
          { value: 2, label: 'Two' },
        ],
      },
    ],
    [
      'the names that generators of clients write',
      { enum: [1, 2], 'x-enum-varnames': ['One', 'Two'] },
      { options: [{ label: 'One' }, { label: 'Two' }] },
    ],
  ])('knows %s', (_, schema, expected) => {
    expect(getField(schema)).toMatchObject(expected);
  });

  it('is shown where it must be filled in, whatever its hints say', () => {
    expect(getField({ type: 'string', 'ui:widget': 'hidden' }, true)).toMatchObject({
      hints: { isHidden: false },
    });
  });

  it('has no title of a rule about it', () => {
    const rule = {
      title: 'Rule',
      if: { required: ['x'] },
      then: { title: 'Then', required: ['y'] },
    };
    const properties = { x: { type: 'string' }, y: { type: 'string' } };
    expect(getField({ properties, allOf: [rule] })?.title).toBeUndefined();
    expect(getField({ allOf: [{ title: 'Part', properties }, rule] })?.title).toBe('Part');
  });
});

describe('a default', () => {
  it.each<[string, JsonObject]>([
    ['too short', { type: 'string', minLength: 3, default: '' }],
    ['no option', { enum: ['a', 'b'], default: 'c' }],
    ['out of range', { type: 'integer', minimum: 1, default: 0 }],
  ])('that its own schema refuses is not filled in where it may be left out: %s', (_, a) => {
    const schema: JsonSchema = { type: 'object', properties: { a } };
    expect(toValues(schema, toInput(schema))).toEqual({});
  });
});

describe('what tells variants apart', () => {
  it('is sent and not drawn', () => {
    const branch = (name: string): JsonObject => ({
      type: 'object',
      properties: { type: { const: name }, v: { type: 'string' } },
      required: ['type'],
    });
    const a = { oneOf: [branch('basic'), branch('token')] };
    const field = getField(a, true);
    const inner = field?.kind === 'variant' ? field.field : null;
    const fields = inner?.kind === 'object' ? inner.fields : [];
    expect(fields.map(({ name, hints }) => [name, hints.isHidden])).toEqual([
      ['type', true],
      ['v', false],
    ]);
    const schema: JsonSchema = { type: 'object', properties: { a }, required: ['a'] };
    expect(toValues(schema, toInput(schema))).toEqual({ a: { type: 'basic' } });
  });
});
