import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema } from '../../src/domain/json.js';
import { resolveVariables } from '../../src/variables/resolveVariables.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';

function listNames(schema: JsonSchema): readonly string[] {
  const { field } = resolveVariables(readSchema(schema), {});
  return field.kind === 'object' ? field.fields.map(({ name }) => name) : [];
}

const properties: JsonObject = { a: {}, b: {}, c: {}, d: {} };

describe('the fields of a group', () => {
  it.each<[string, JsonSchema, readonly string[]]>([
    ['as the schema has them', { properties }, ['a', 'b', 'c', 'd']],
    [
      'by the order of each, then those without',
      { properties: { ...properties, d: { order: 0 }, c: { order: 1 } } },
      ['d', 'c', 'a', 'b'],
    ],
    [
      'by a list of names, which wins',
      {
        properties: { ...properties, d: { order: 0 } },
        'ui:order': ['c', 'b'],
      },
      ['c', 'b', 'a', 'd'],
    ],
    [
      'with a star for all others',
      { properties, 'ui:order': ['c', '*', 'a'] },
      ['c', 'b', 'd', 'a'],
    ],
    [
      'by a list of names among options',
      { properties, 'ui:options': { order: ['d', 'unknown', '*'] } },
      ['d', 'a', 'b', 'c'],
    ],
  ])('come %s', (_, schema, names) => {
    expect(listNames(schema)).toEqual(names);
  });
});

describe('fields with a group', () => {
  it('stand together under the title that the schema gives the group, or its name in words', () => {
    const schema: JsonSchema = {
      groups: [{ id: 'auth', title: 'Sign-in' }],
      properties: {
        a: { group: 'auth' },
        b: {},
        c: { group: 'network_access' },
        d: { group: 'auth' },
      },
    };
    const { field } = resolveVariables(readSchema(schema), {});
    const fields = field.kind === 'object' ? field.fields : [];
    expect(fields.map(({ name, hints }) => [name, hints.group])).toEqual([
      ['a', 'Sign-in'],
      ['d', 'Sign-in'],
      ['b', undefined],
      ['c', 'Network access'],
    ]);
  });
});
