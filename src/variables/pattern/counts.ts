import type { CountState } from './automaton.js';

/** How many characters in a row the counting states of one run have seen. */
export interface Counts {
  /** A row begins at this turn. */
  begin(state: CountState, turn: number): void;
  /**
   * Goes on with the rows that began before this turn, by one character. `none`: no row is left;
   * `enough`: one is long enough to go on behind it.
   */
  pass(state: CountState, isMember: boolean, turn: number): 'none' | 'some' | 'enough';
}

/** Where rows began, the earliest first; those before `first` have ended. */
interface Rows {
  readonly beginnings: number[];
  first: number;
}

/** Creates the counts of one run. Each row is taken up once and dropped once, so time stays linear. */
export function createCounts(): Counts {
  const rowsOf = new Map<CountState, Rows>();

  function getRows(state: CountState): Rows {
    const rows = rowsOf.get(state) ?? { beginnings: [], first: 0 };
    rowsOf.set(state, rows);
    return rows;
  }

  return {
    begin(state, turn) {
      const { beginnings } = getRows(state);
      if (beginnings.at(-1) !== turn) beginnings.push(turn);
    },
    pass(state, isMember, turn) {
      const rows = getRows(state);
      // A row that begins at this very turn has not met the character yet.
      const earliest = isMember ? turn - state.max : turn;
      while ((rows.beginnings[rows.first] ?? turn) < earliest) rows.first += 1;
      const began = rows.beginnings[rows.first];
      if (began === undefined) return 'none';
      return turn - began >= state.min ? 'enough' : 'some';
    },
  };
}
