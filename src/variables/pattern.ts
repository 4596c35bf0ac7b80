import { compilePattern } from './pattern/compilePattern.js';

/** `tooLong`: the text could not be checked within the time that a key press may take. */
export type PatternResult = 'match' | 'noMatch' | 'tooLong';

/** Tests a text against a `pattern` of a schema. */
export type PatternTest = (text: string) => PatternResult;

/** The steps that patterns may still take. */
export interface PatternWork {
  left: number;
}

/** What all patterns together may do for one answer to the user: less than a tenth of a second. */
export const MAX_PATTERN_WORK = 2_000_000;

/** Makes the test of a `pattern`; `null` where it is no regular expression at all. */
export function createPatternTest(
  source: string,
  work: PatternWork = { left: MAX_PATTERN_WORK },
): PatternTest | null {
  const pattern = compilePattern(source);
  const allowance = {
    spend(steps: number): boolean {
      work.left -= steps;
      return work.left >= 0;
    },
  };
  return (
    pattern &&
    ((text) => {
      const found = pattern.test(text, allowance);
      return found === null ? 'tooLong' : found ? 'match' : 'noMatch';
    })
  );
}
