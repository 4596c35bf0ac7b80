import { describe, expect, it, vi } from 'vitest';
import type { JsonObject, JsonValue } from '../../../src/domain/json.js';
import { readSchema } from '../../../src/variables/schema/readSchema.js';
import { createSchemaWalk } from '../../../src/variables/secretPlaces.js';
import { countCalls } from '../../support/countCalls.js';

const toList = (count: number, toSchema: (index: number) => JsonObject): readonly JsonObject[] =>
  Array.from({ length: count }, (_, index) => toSchema(index));
const toNames = (count: number, toSchema: (index: number) => JsonObject): JsonObject =>
  Object.fromEntries(toList(count, toSchema).map((schema, index) => [`name_${index}`, schema]));

/** About 50 ms of computing. */
const affordableCalls = 1_000_000;

describe('a schema that would take too long to read', () => {
  it.each<[string, JsonObject]>([
    ['of many branches', { anyOf: toList(25_000, () => ({})) }],
    ['of far too many branches', { anyOf: toList(300_000, () => ({})) }],
    ['of many properties', { properties: toNames(9_000, () => ({ type: 'string' })) }],
    [
      'of many references',
      { properties: toNames(9_000, () => ({ $ref: '#/$defs/s' })), $defs: { s: {} } },
    ],
    [
      'of long references',
      { properties: toNames(1_500, () => ({ $ref: `#${'/a'.repeat(300)}` })) },
    ],
    ['of many ids', { properties: toNames(9_000, (n) => ({ $id: `d${n}`, $ref: `x${n}` })) }],
    [
      'of many patterns',
      {
        patternProperties: Object.fromEntries(
          toList(2_000, Object).map((_, n) => [`^a_plain_pattern_${n}$`, {}]),
        ),
      },
    ],
    [
      'of patterns that become large',
      {
        patternProperties: Object.fromEntries(
          toList(1_000, Object).map((_, n) => [`^(?:(?:b{1,29}){1,30}){1,${n + 2}}$`, {}]),
        ),
      },
    ],
  ])('%s takes a bounded number of calls', (_, schema) => {
    expect(countCalls(() => readSchema(schema))).toBeLessThan(affordableCalls);
  });

  it('of many dynamic anchors visits each of them a bounded number of times', () => {
    const schema = { allOf: toList(4_000, (n) => ({ $dynamicAnchor: `a${n}` })) };
    const visits = vi.spyOn(Set.prototype, 'add');
    readSchema(schema);
    const { length } = visits.mock.calls;
    visits.mockRestore();
    expect(length).toBeLessThan(10 * 4_000);
  });

  it('is too complex from there on, and its places are secret', () => {
    const schema = { properties: toNames(9_000, () => ({ type: 'string' })) };
    const { root, problems } = readSchema(schema);
    expect(problems.map(({ reason }) => reason)).toEqual(['tooComplex']);
    const property = (name: string): JsonValue | undefined =>
      root.object?.properties?.get(name)?.source;
    expect([property('name_0'), property('name_8999')]).toEqual([{ type: 'string' }, false]);
    const walk = createSchemaWalk(schema);
    const isSecret = (name: string): boolean => walk.root.member(name).isSecret;
    expect([isSecret('name_0'), isSecret('name_8999')]).toEqual([false, true]);
  });

  it('is too complex as a whole where it holds more values than can be copied', () => {
    const { root, problems } = readSchema({ enum: Array.from({ length: 40_000 }, (_, n) => n) });
    expect([root.source, problems.map(({ reason }) => reason)]).toEqual([false, ['tooComplex']]);
  });
});

describe('a schema that is large, and that somebody could write', () => {
  it('is read to its end', () => {
    const field = (n: number): JsonObject => ({
      type: 'string',
      title: `Setting ${n}`,
      description: 'What it is for',
      pattern: '^[A-Z]{2}-\\d+$',
    });
    const group = { type: 'object', properties: toNames(30, field) };
    const schema = { properties: toNames(60, () => group), required: ['name_0'] };
    expect(readSchema(schema).problems).toEqual([]);
  });
});
