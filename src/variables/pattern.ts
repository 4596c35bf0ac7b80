import { compilePattern, type PatternWork } from './patternProgram.js';

/** `tooLong`: the text could not be checked within the time that a key press may take. */
export type PatternResult = 'match' | 'noMatch' | 'tooLong';

/** Tests a text against a `pattern` of a schema. */
export type PatternTest = (text: string) => PatternResult;

/** Texts past this are not tested against any pattern. */
const MAX_TEXT = 5000;
/** Below this even a pattern that doubles its work with each character is done in milliseconds. */
const MAX_TEXT_UNKNOWN = 18;

/** What all patterns together may do for one answer to the user, however much a text needs. */
export const MAX_PATTERN_WORK = 150_000;
/** Past that an ordinary text still has a share, until this is reached: less than a tenth of a second. */
const LEAST_WORK = -250_000;
/** The length of an ordinary text. */
const SHORT_TEXT = 100;

/**
 * A quantifier where the pattern may begin anywhere, or on a group; looking around, a reference back, a
 * second quantifier.
 */
const MAY_EXPLODE = /(?:^[^^]|\|)[^]*[*+{]|\)[*+?{]|\(\?|\\[1-9k]|[*+?{][^]*[*+?{]/;

/**
 * Makes the test of a `pattern`; `null` where it is no regular expression at all. A pattern that is
 * invalid under the `u` flag is tested without it. Patterns whose work could explode run on an engine
 * of our own, which visits each place of the text once for each part of the pattern; what that engine
 * does not know (back references) is tested on short texts alone. Once `work` is used up, texts that
 * need more than their share are too long.
 */
export function createPatternTest(
  pattern: string,
  work: PatternWork = { left: MAX_PATTERN_WORK },
): PatternTest | null {
  const native = toRegExp(pattern);
  if (native === null) return null;
  const { unicode } = native;
  const program = MAY_EXPLODE.test(pattern) ? compilePattern(pattern, unicode) : undefined;
  const limit = program === null ? MAX_TEXT_UNKNOWN : MAX_TEXT;
  return (text) => {
    if (text.length > limit || (program && work.left < (text.length > SHORT_TEXT ? 0 : LEAST_WORK)))
      return 'tooLong';
    const found = program ? program(unicode ? [...text] : text.split(''), work) : native.test(text);
    return found === null ? 'tooLong' : found ? 'match' : 'noMatch';
  };
}

function toRegExp(pattern: string): RegExp | null {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // Invalid under this flag: the next one decides.
    }
  }
  return null;
}
