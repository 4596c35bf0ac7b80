import type { Machine } from './automaton.js';
import { isWordCharacter } from './characterSet.js';

/** Bits of a mask: the assertions that hold at a place. */
export const START = 1;
export const END = 2;
export const WORD_BOUNDARY = 4;
export const NOT_WORD_BOUNDARY = 8;
/** The looks around follow, one bit each. */
export const firstLook = 16;

/** A text as a machine goes through it: each turn is a place, and the character that comes next. */
export interface Subject {
  getPlace(machine: Machine, turn: number): number;
  getMask(machine: Machine, turn: number): number;
  /** `undefined` at the last turn. */
  getCharacter(machine: Machine, turn: number): number | undefined;
}

/** `findings`: for each look around, 1 at the places where it finds what it looks for. */
export function createSubject(
  characters: readonly number[],
  findings: readonly Uint8Array[],
): Subject {
  const last = characters.length;

  function getPlace({ isBackward }: Machine, turn: number): number {
    return isBackward ? last - turn : turn;
  }

  return {
    getPlace,
    getMask(machine, turn) {
      const place = getPlace(machine, turn);
      let mask = (place === 0 ? START : 0) | (place === last ? END : 0);
      if (!machine.looksAround) return mask;
      const isBoundary =
        isWordCharacter(characters[place - 1]) !== isWordCharacter(characters[place]);
      mask |= isBoundary ? WORD_BOUNDARY : NOT_WORD_BOUNDARY;
      findings.forEach((places, index) => {
        if (places[place] === 1) mask |= firstLook << index;
      });
      return mask;
    },
    getCharacter({ isBackward }, turn) {
      return characters[isBackward ? last - 1 - turn : turn];
    },
  };
}
