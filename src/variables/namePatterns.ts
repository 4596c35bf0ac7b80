import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';

import { createPatternTest, type PatternTest } from './pattern.js';
import type { PatternWork } from './patternProgram.js';

/** The `patternProperties` of one document: the library would know them under the `u` flag alone. */
export interface NamePatterns {
  /** Takes `patternProperties` over; false where one of its names is no regular expression. */
  add(owner: JsonObject, patterns: JsonObject): boolean;
  /** The schemas that a schema gives to a name; `null`: the first of them. */
  getSchemas(owner: JsonObject, name: string | null): readonly JsonValue[];
  /** Says in every schema which names of a value its patterns mean. */
  spellOut(value: JsonValue): void;
}

type NamePattern = readonly [test: PatternTest, schema: JsonValue];

export function createNamePatterns(work: PatternWork): NamePatterns {
  const patterns = new Map<JsonObject, readonly NamePattern[]>();
  return {
    add(owner, named) {
      const tests = Object.entries(named).flatMap(([pattern, schema]): NamePattern[] => {
        const test = createPatternTest(pattern, work);
        return test === null ? [] : [[test, schema]];
      });
      patterns.set(owner, tests);
      return tests.length === Object.keys(named).length;
    },
    getSchemas: (owner, name) =>
      (patterns.get(owner) ?? [])
        .filter(([test], index) => (name === null ? index === 0 : test(name) === 'match'))
        .map(([, schema]) => schema),
    spellOut(value) {
      const names = new Set<string>();
      if (patterns.size > 0) collectNames(value, names);
      for (const [owner, tests] of patterns) {
        Object.assign(owner, { patternProperties: toLiteralPatterns(tests, [...names]) });
      }
    },
  };
}

function collectNames(value: JsonValue, names: Set<string>): void {
  if (isJsonArray(value)) for (const item of value) collectNames(item, names);
  if (!isJsonObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    names.add(name);
    collectNames(member, names);
  }
}

/** The same schemas for the names at hand, spelt out, which is valid under every flag. */
function toLiteralPatterns(
  tests: readonly NamePattern[],
  names: readonly string[],
): Record<string, JsonValue> {
  const entries = tests.map(([test, schema], index) => {
    const hits = names.filter((name) => test(name) !== 'noMatch').map(escapePattern);
    // The repeated nothing keeps two patterns apart that match the same names; [] matches none.
    return [`^(?:${hits.join('|') || '[]'})$(?:){${index + 1}}`, schema] as const;
  });
  return Object.fromEntries(entries);
}

function escapePattern(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
