import { describe, expect, it } from 'vitest';
import { inspectSchema } from '../../src/check-platform/inspectSchema.js';
import type { JsonSchema } from '../../src/domain/json.js';

const broken = { $ref: '#/$defs/none' };

describe('a variables schema', () => {
  it('of plain fields has nothing to say', () => {
    const schema = { properties: { a: { type: 'string' }, b: { type: 'integer' } } };
    expect(inspectSchema({ type: 'object', ...schema })).toEqual({
      fieldCount: 2,
      asJson: [],
      faults: [],
    });
  });

  const nested: readonly (readonly [string, JsonSchema, string])[] = [
    ['a group', { type: 'object', properties: { in: broken } }, '/a/in'],
    ['the rows of a list', { type: 'array', items: broken }, '/a/0'],
    [
      'a second shape',
      {
        oneOf: [
          { title: 'One', type: 'object', properties: { one: { type: 'string' } } },
          { title: 'Two', type: 'object', properties: { two: broken } },
        ],
      },
      '/a/two',
    ],
    [
      'a shape of the rows of a list',
      {
        type: 'array',
        items: {
          oneOf: [
            { title: 'One', type: 'object', properties: { one: broken } },
            { title: 'Two', type: 'object', properties: { two: { type: 'string' } } },
          ],
        },
      },
      '/a/0/one',
    ],
  ];

  it.each(nested)('is looked at within %s', (_name, a, pointer) => {
    const found = inspectSchema({ type: 'object', properties: { a } });
    expect(found.asJson).toEqual([{ pointer, reason: 'reference' }]);
    expect(found.faults.map(({ reason }) => reason)).toEqual(['reference']);
  });

  it('that refers to itself without end is looked at in part', () => {
    const list = { type: 'array', items: { $ref: '#/$defs/node' } };
    const node = { type: 'object', properties: { children: list, name: { type: 'string' } } };
    const found = inspectSchema({ $ref: '#/$defs/node', $defs: { node } });
    expect(found.fieldCount).toBe(2);
    expect(found.faults).toEqual([]);
  });

  it('of anything whatever has no place that is JSON alone', () => {
    expect(inspectSchema({ type: 'object', properties: { a: true } }).asJson).toEqual([]);
  });
});
