import type { Allowance } from '../allowance.js';
import { MAX_STATES, toAutomaton } from './automaton.js';
import { createSearch } from './createSearch.js';
import { parsePattern } from './parsePattern.js';

/** A regular expression of a schema, as ECMA-262 means it under the `u` flag. */
export interface Pattern {
  /** `false`: it uses what cannot be matched in linear time (back references): each test is `null`. */
  readonly isLinear: boolean;
  /** How many states it took to compile it, each of which took some time. */
  readonly size: number;
  /** Searches a text. `null`: not decided, since the allowance is exhausted or it is not linear. */
  test(text: string, allowance: Allowance): boolean | null;
}

/** In place of a pattern that is not compiled: no text is decided. */
export const undecidedPattern: Pattern = { isLinear: false, size: 0, test: () => null };

/** So many patterns are kept; then the one that was compiled first goes. */
const MAX_KEPT = 500;

const kept = new Map<string, Pattern | null>();

/** Compiles a pattern; `null` where it is no regular expression. The same source is compiled once. */
export function compilePattern(source: string): Pattern | null {
  const known = kept.get(source);
  if (known !== undefined) return known;
  const pattern = createPattern(source);
  for (const oldest of kept.size < MAX_KEPT ? [] : [...kept.keys()].slice(0, 1))
    kept.delete(oldest);
  kept.set(source, pattern);
  return pattern;
}

function createPattern(source: string): Pattern | null {
  const tree = parsePattern(source);
  if (tree === null) return null;
  const automaton = toAutomaton(tree);
  if (automaton === null) return { ...undecidedPattern, size: MAX_STATES };
  return { isLinear: true, size: automaton.size, test: createSearch(automaton) };
}
