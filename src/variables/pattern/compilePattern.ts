import type { Allowance } from '../allowance.js';
import { createPatternTest } from '../pattern.js';

/** A regular expression of a schema, as ECMA-262 means it under the `u` flag. */
export interface Pattern {
  /**
   * Searches a text. `null` where that cannot be decided: the allowance is exhausted, or the pattern
   * uses what cannot be matched in linear time (back references).
   */
  test(text: string, allowance: Allowance): boolean | null;
}

/** Compiles a pattern; `null` where it is no regular expression. The same source is compiled once. */
export function compilePattern(source: string): Pattern | null {
  const test = createPatternTest(source);
  return (
    test && {
      test(text, allowance) {
        const found = allowance.spend(text.length) ? test(text) : 'tooLong';
        return found === 'tooLong' ? null : found === 'match';
      },
    }
  );
}
