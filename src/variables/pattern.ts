import { compilePattern, type PatternProgram, type PatternStep } from './patternProgram.js';

/** `tooLong`: the text could not be checked within the time that a key press may take. */
export type PatternResult = 'match' | 'noMatch' | 'tooLong';

/** Tests a text against a `pattern` of a schema. */
export type PatternTest = (text: string) => PatternResult;

/** Texts past this are not tested against any pattern. */
const MAX_TEXT = 5000;
/** Below this even a pattern that doubles its work with each character is done in milliseconds. */
const MAX_TEXT_UNKNOWN = 18;
const MAX_STEPS = 500_000;

const TOKEN = /\\[^]|\[(?:[^\\\]]|\\[^])*\]|\(\?|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/g;

/**
 * Makes the test of a `pattern`; `null` where it is no regular expression at all. A pattern that is
 * invalid under the `u` flag is tested without it. Patterns whose work could explode run on an engine
 * of our own, which visits each place of the text once for each part of the pattern; what that engine
 * does not know (back references, looking behind) is tested on short texts alone.
 */
export function createPatternTest(pattern: string): PatternTest | null {
  const native = toRegExp(pattern);
  if (native === null) return null;
  const runNative =
    (limit: number): PatternTest =>
    (text) =>
      text.length > limit ? 'tooLong' : native.test(text) ? 'match' : 'noMatch';
  if (isPlain(pattern)) return runNative(MAX_TEXT);
  const unicode = native.unicode;
  const program = compilePattern(pattern, unicode);
  if (program === null) return runNative(MAX_TEXT_UNKNOWN);
  return (text) => {
    if (text.length > MAX_TEXT) return 'tooLong';
    return search(program, unicode ? [...text] : text.split(''));
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

/**
 * Whether the engine's own work stays below the square of the text: no quantifier on a group, one at
 * most that can vary, nothing that looks around or back.
 */
function isPlain(pattern: string): boolean {
  let variable = 0;
  let previous = '';
  for (const [token] of pattern.matchAll(TOKEN)) {
    const quantifies = /^[*+?{]/.test(token) && token !== '{';
    if (token === '(?' || /^\\[1-9k]/.test(token) || (quantifies && previous === ')')) return false;
    if (quantifies && !/^\{\d+\}/.test(token)) variable += 1;
    previous = token;
  }
  return variable <= 1;
}

function search(program: PatternProgram, text: readonly string[]): PatternResult {
  const { steps, start } = program;
  const width = text.length + 1;
  let budget = steps.length * width > MAX_STEPS ? 0 : MAX_STEPS;

  /** A place is a step and a position in one number: step × width + position. */
  function reaches(from: number, positions: readonly number[]): boolean {
    const seen = new Uint8Array(budget === 0 ? 0 : steps.length * width);
    const open = positions.map((position) => from * width + position);
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const step = steps[Math.floor(place / width)];
      if (step === undefined) return true;
      if (seen[place] === 1) continue;
      if (budget <= 0) return false;
      budget -= 1;
      seen[place] = 1;
      const position = place % width;
      if (step.kind === 'split') for (const to of step.to) open.push(to * width + position);
      else if (step.kind === 'take') {
        const character = text[position];
        if (character !== undefined && step.accepts(character)) {
          open.push(step.to * width + position + 1);
        }
      } else if (holds(step, position)) open.push(step.to * width + position);
    }
    return false;
  }

  function holds(step: PatternStep, position: number): boolean {
    if (step.kind === 'look') return reaches(step.start, [position]) !== step.negative;
    return step.kind === 'assert' && step.holds(text, position);
  }

  const starts = Array.from({ length: width }, (_, index) => width - 1 - index);
  const found = reaches(start, starts);
  return budget <= 0 ? 'tooLong' : found ? 'match' : 'noMatch';
}
