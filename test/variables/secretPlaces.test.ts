import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema } from '../../src/domain/json.js';
import type { Allowance } from '../../src/variables/allowance.js';
import { createSchemaWalk } from '../../src/variables/secretPlaces.js';
import { countCalls } from '../support/countCalls.js';

const secret = { writeOnly: true };

/** How many of these names are secret, and the steps that it took to tell. */
function tell(schema: JsonSchema, names: readonly string[]): { secrets: number; steps: number } {
  let steps = 0;
  const allowance: Allowance = {
    spend(taken) {
      steps += taken;
      return true;
    },
  };
  const { root } = createSchemaWalk(schema, { allowance });
  return { secrets: names.filter((name) => root.member(name).isSecret).length, steps };
}

function toNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `name_of_setting_${index}`);
}

/** 50 schemas, each of which refers to the next, and the last to the first. */
const ring: JsonObject = {
  additionalProperties: { $ref: '#/$defs/s0' },
  $defs: Object.fromEntries(
    Array.from({ length: 50 }, (_, n) => [`s${n}`, { $ref: `#/$defs/s${(n + 1) % 50}` }]),
  ),
};

const HOSTILE: readonly (readonly [name: string, schema: JsonSchema])[] = [
  ['a pattern of nested repetitions', { patternProperties: { '^([a-z0-9]+_?)+$': {} } }],
  ['a pattern of equal alternatives', { patternProperties: { '^(?:a|a|a|a)*$': secret } }],
  ['a ring of references', ring],
];

/** As many schemas as one reading allows, each of which says something of names. */
const wide = { allOf: Array.from({ length: 2_000 }, () => ({ properties: { a: {} } })) };

describe('what is secret', () => {
  it.each(HOSTILE)('is told in steps that grow as the names do, under %s', (_name, schema) => {
    const one = tell(schema, toNames(1000));
    const two = tell(schema, toNames(2000));
    expect(one.secrets).toBe(0);
    expect(two.steps).toBeLessThan(2.2 * one.steps);
    expect(two.steps).toBeLessThan(2000 * 100);
  });

  it('costs a step for each schema that says something of names, and is secret past the allowance', () => {
    const calls = countCalls(() => {
      const { root } = createSchemaWalk(wide);
      expect(toNames(2_000).filter((name) => !root.member(name).isSecret).length).toBeLessThan(50);
    });
    expect(calls).toBeLessThan(1_500_000);
  });

  it('is told for a name that makes other engines try everything', () => {
    const schema = { patternProperties: { '^(?:a|a|a|a)*$': secret, '^(?:b|b\n)*$': secret } };
    const names = [`${'a'.repeat(17)}!`, 'a'.repeat(18), `${'a'.repeat(17)}\n`, 'bb\nb'];
    const { root } = createSchemaWalk(schema);
    expect(names.map((name) => root.member(name).isSecret)).toEqual([false, true, false, true]);
  });

  it('is everything past the allowance', () => {
    const patterns = Array.from({ length: 300 }, (_, n) => [`^harmless_${n}_[a-z]+$`, {}] as const);
    const schema = { patternProperties: Object.fromEntries(patterns) };
    const { root } = createSchemaWalk(schema);
    const isSecret = toNames(20_000).map((name) => root.member(name).isSecret);
    expect(isSecret[0]).toBe(false);
    expect(isSecret.at(-1)).toBe(true);
    expect(isSecret.lastIndexOf(false)).toBeLessThan(isSecret.indexOf(true));
  });

  it('is every name that a pattern with a reference back could mean', () => {
    const { root } = createSchemaWalk({ patternProperties: { '^(a)\\1$': secret } });
    expect(root.member('b').isSecret).toBe(true);
  });
});
