import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../src/domain/json.js';
import {
  getItemNode,
  getOptionTitle,
  getPropertyNode,
  getTitle,
  isKnownName,
  listDeclaredNames,
  listRequiredNames,
  toKnownVariables,
  toRootNode,
} from '../../src/variables/valueSchema.js';

const titleOf = (schema: JsonSchema, name: string): string | undefined =>
  getTitle(getPropertyNode(toRootNode(schema), name));

describe('the title of a variable', () => {
  it.each<[string, JsonObject]>([
    ['where the schema declares it', { properties: { a: { title: 'A' } } }],
    ['in a part of allOf', { allOf: [{ properties: { a: { title: 'A' } } }] }],
    ['in a branch that may not hold', { oneOf: [{}, { properties: { a: { title: 'A' } } }] }],
    ['in a condition', { if: {}, then: { properties: { a: { title: 'A' } } } }],
    ['in what another brings', { dependentSchemas: { b: { properties: { a: { title: 'A' } } } } }],
    [
      'through a pointer',
      { $defs: { n: { title: 'A' } }, properties: { a: { $ref: '#/$defs/n' } } },
    ],
    [
      'through an anchor',
      { $defs: { n: { $anchor: 'n', title: 'A' } }, properties: { a: { $ref: '#n' } } },
    ],
    [
      'through an id',
      {
        $defs: { n: { $id: 'https://a.test/n', title: 'A' } },
        properties: { a: { $ref: 'https://a.test/n' } },
      },
    ],
    [
      'beside its reference, before what that says',
      { $defs: { n: { title: 'N' } }, properties: { a: { $ref: '#/$defs/n', title: 'A' } } },
    ],
    [
      'of an old dependency',
      {
        $schema: 'http://json-schema.org/draft-07/schema#',
        dependencies: { b: { properties: { a: { title: 'A' } } } },
      },
    ],
  ])('is found %s', (_where, schema) => {
    expect(titleOf(schema, 'a')).toBe('A');
  });

  it('is none where it is blank, or where the name is not declared', () => {
    expect(titleOf({ properties: { a: { title: ' ' } } }, 'a')).toBeUndefined();
    expect(titleOf({ properties: {} }, 'constructor')).toBeUndefined();
    expect(getTitle(toRootNode(null))).toBeUndefined();
  });

  it('ends where schemas refer to each other in a circle', () => {
    const schema = {
      $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } },
      $ref: '#/$defs/a',
    };
    expect(listDeclaredNames(toRootNode(schema))).toEqual([]);
  });
});

describe('names', () => {
  const declaring = { properties: { b: {}, a: {} }, anyOf: [{ properties: { c: {}, a: {} } }] };

  it('are those of the schema and its branches, in its order', () => {
    expect(listDeclaredNames(toRootNode(declaring))).toEqual(['b', 'a', 'c']);
  });

  it.each<[string, JsonSchema | null, boolean]>([
    ['no schema', null, true],
    ['true', true, true],
    ['false', false, false],
    ['a schema that declares none', {}, true],
    ['one that declares none and closes itself', { additionalProperties: false }, false],
    ['one that declares others', declaring, false],
    ['one that is open', { ...declaring, additionalProperties: true }, true],
    ['one with patterns', { ...declaring, patternProperties: { '^x': {} } }, true],
  ])('have a place in %s, or not', (_what, schema, expected) => {
    expect(isKnownName(toRootNode(schema), 'z')).toBe(expected);
  });

  it('without a place are dropped from stored variables', () => {
    expect(toKnownVariables(toRootNode(declaring), { a: 0, z: 1 })).toEqual({ a: 0 });
  });

  it('are required in parts that always hold, and not in branches', () => {
    const schema = { required: ['a'], allOf: [{ required: ['b'] }], oneOf: [{ required: ['c'] }] };
    expect(listRequiredNames(toRootNode(schema))).toEqual(['a', 'b']);
  });
});

describe('a value', () => {
  it.each<[JsonObject, JsonValue, string | undefined]>([
    [{ oneOf: [{ const: 1, title: 'One' }] }, 1, 'One'],
    [{ anyOf: [{ const: { k: [1] }, title: 'Pair' }] }, { k: [1] }, 'Pair'],
    [{ oneOf: [{ const: 1, title: 'One' }] }, '1', undefined],
    [{ enum: ['eu', 'us'] }, 'eu', 'eu'],
    [{ enum: ['eu', 2] }, 2, undefined],
    [{ $defs: { r: { enum: ['eu'] } }, $ref: '#/$defs/r' }, 'eu', 'eu'],
  ])('of %j that is %j is called %j', (schema, value, title) => {
    expect(getOptionTitle(toRootNode(schema), value)).toBe(title);
  });

  it('in a list is described by its own place, then by the rest', () => {
    const schema = { prefixItems: [{ title: 'First' }], items: { title: 'Rest' } };
    const titles = [0, 1].map((index) => getTitle(getItemNode(toRootNode(schema), index)));
    expect(titles).toEqual(['First', 'Rest']);
  });
});
