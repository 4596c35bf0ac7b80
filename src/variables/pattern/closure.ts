import type { State } from './automaton.js';
import { END, NOT_WORD_BOUNDARY, START, WORD_BOUNDARY, firstLook } from './subject.js';

/** All that some states lead to at one place of a text, without a character. */
export interface Closure {
  /** The states that need a character next. */
  readonly consuming: readonly State[];
  /** A match ends here. */
  readonly isEnd: boolean;
  /** Steps to find it, and to try a character on each. */
  readonly cost: number;
}

/** A property is tested by a regular expression of the platform, which takes as long as so many steps. */
const PROPERTY_COST = 10;
const FIXED_COST = 10;
const STATE_COST = 2;

const MASKS = {
  start: START,
  end: END,
  wordBoundary: WORD_BOUNDARY,
  notWordBoundary: NOT_WORD_BOUNDARY,
} as const;

/** `mask` says which assertions hold at the place. */
export function close(states: readonly State[], mask: number): Closure {
  const reached = new Set<State>();
  const waiting = [...states];
  const consuming: State[] = [];
  let isEnd = false;
  let cost = FIXED_COST;
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    cost += STATE_COST;
    if (state.kind === 'character' || state.kind === 'count') {
      consuming.push(state);
      cost += state.set.properties.length * PROPERTY_COST;
    } else if (state.kind === 'end') isEnd = true;
    else if (state.kind === 'split') waiting.push(...state.next);
    else if (state.kind === 'assertion') {
      if ((mask & MASKS[state.at]) !== 0) waiting.push(state.next);
    } else if (((mask & (firstLook << state.look)) === 0) === state.isNegated) {
      waiting.push(state.next);
    }
  }
  return { consuming, isEnd, cost };
}
