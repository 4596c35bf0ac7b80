import type { JsonObject, JsonValue } from '../domain/json.js';
import { isList } from './jsonKind.js';
import { createPatternTest, type PatternTest } from './pattern.js';
import { createTextProbe } from './textProbe.js';

/** A keyword that is tested by us and not by the library. */
export interface TestedKeyword {
  /** The schema that the keyword stands in. */
  readonly owner: JsonObject;
  readonly keyword: 'pattern' | 'format';
  readonly argument: string;
  /** Whether the text was refused only because it is too long to be tested. */
  isTooLong(text: string): boolean;
}

/** The tests of one document, and their part in the library's evaluation. */
export interface LiveTests {
  /** Takes a keyword over: the schema gets a `not` that our test decides. */
  add(owner: JsonObject, keyword: 'pattern' | 'format', argument: string, test: PatternTest): void;
  /** Takes `patternProperties` over; false where one of its names is no regular expression. */
  addPatternProperties(owner: JsonObject, patterns: JsonObject): boolean;
  /** Counts the references that an evaluation follows, so that it ends. */
  limit(owner: JsonObject, reference: string): void;
  during<T>(value: JsonValue, evaluate: () => T): T;
  /** Gives the evaluations that follow their whole allowance of references, together. */
  refill(): void;
  find(negated: JsonValue | undefined): TestedKeyword | undefined;
  getPatternSchemas(owner: JsonObject, name: string | null): readonly JsonValue[];
  hasPatterns(owner: JsonObject): boolean;
}

const MAX_REFERENCES = 15_000;

type NamePattern = readonly [test: PatternTest, schema: JsonValue];

export function createLiveTests(): LiveTests {
  const probe = createTextProbe();
  const found = new WeakMap<object, TestedKeyword>();
  const patterns = new Map<JsonObject, readonly NamePattern[]>();
  let followed = 0;
  let running = 0;
  let used = false;

  function follow(reference: string): string {
    if (running > 0 && (followed += 1) > MAX_REFERENCES)
      throw new RangeError('too many references');
    return reference;
  }

  return {
    add(owner, keyword, argument, test) {
      used = true;
      const negated = { enum: probe.rejectedBy((text) => test(text) === 'match') };
      const others = owner['allOf'];
      const allOf: readonly unknown[] = [...(isList(others) ? others : []), { not: negated }];
      Object.assign(owner, { allOf });
      const isTooLong = (text: string): boolean => test(text) === 'tooLong';
      found.set(negated, { owner, keyword, argument, isTooLong });
    },
    addPatternProperties(owner, named) {
      used = true;
      const tests = Object.entries(named).map(
        ([pattern, schema]) => [createPatternTest(pattern), schema] as const,
      );
      const usable = tests.flatMap(([test, schema]) =>
        test === null ? [] : [[test, schema] as const],
      );
      patterns.set(owner, usable);
      return usable.length === tests.length;
    },
    limit(owner, reference) {
      Object.defineProperty(owner, '$ref', { get: () => follow(reference), enumerable: true });
    },
    during(value, evaluate) {
      if (used) probe.load(value);
      for (const [owner, tests] of patterns) {
        Object.assign(owner, { patternProperties: toLiteralPatterns(tests, probe.names()) });
      }
      running += 1;
      try {
        return evaluate();
      } finally {
        running -= 1;
      }
    },
    refill: () => {
      followed = 0;
    },
    find: (negated) =>
      typeof negated === 'object' && negated !== null ? found.get(negated) : undefined,
    getPatternSchemas: (owner, name) =>
      (patterns.get(owner) ?? [])
        .filter(([test], index) => (name === null ? index === 0 : test(name) === 'match'))
        .map(([, schema]) => schema),
    hasPatterns: (owner) => (patterns.get(owner) ?? []).length > 0,
  };
}

/** The same schemas for the names at hand, spelt out, which is valid under every flag. */
function toLiteralPatterns(
  tests: readonly NamePattern[],
  names: readonly string[],
): Record<string, JsonValue> {
  const entries = tests.flatMap(([test, schema], index) => {
    const hits = names.filter((name) => test(name) !== 'noMatch').map(escapePattern);
    // The repeated nothing keeps two patterns apart that match the same names.
    return hits.length === 0
      ? []
      : [[`^(?:${hits.join('|')})$(?:){${index + 1}}`, schema] as const];
  });
  return Object.fromEntries(entries);
}

function escapePattern(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
