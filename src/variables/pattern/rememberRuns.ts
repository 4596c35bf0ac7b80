import type { Allowance } from '../allowance.js';
import type { Machine, State } from './automaton.js';
import { hasCharacter } from './characterSet.js';
import { close } from './closure.js';
import type { Subject } from './subject.js';

/** The states that a machine is in at once, and where each character that was met leads from there. */
interface Station {
  readonly entered: readonly State[];
  readonly moves: Map<number, Move>;
}

interface Move {
  readonly isEnd: boolean;
  readonly cost: number;
  readonly next: Station;
  /** The last allowance that paid for it. */
  payer: Allowance;
}

/** Marks the end of the text. */
const NO_CHARACTER = 0x11_0000;
const MASK_FACTOR = 0x20_0000;

/** So many states and moves are remembered; then it begins anew. */
const MAX_REMEMBERED = 2000;

/**
 * One pass over a text. With `ends` it marks every place where a match ends and answers `false`;
 * without, it answers at the first. `null`: the allowance is exhausted.
 */
export type Run = (
  subject: Subject,
  allowance: Allowance,
  ends: Uint8Array | null,
) => boolean | null;

/**
 * Makes the automaton of a machine deterministic as far as texts need it; not for states that count.
 * A move costs its full steps once for each allowance, though it may be known from before, so that
 * the same texts always cost the same.
 */
export function rememberRuns(machine: Machine): Run {
  const { start, isAnchored } = machine;
  let stations = new Map<string, Station>();
  let remembered = 0;

  function getStation(entered: readonly State[]): Station {
    const key = entered.map(({ id }) => id).join();
    const station = stations.get(key) ?? { entered, moves: new Map<number, Move>() };
    if (!stations.has(key)) remembered += entered.length + 1;
    stations.set(key, station);
    return station;
  }

  function createMove(
    from: Station,
    mask: number,
    character: number | undefined,
    payer: Allowance,
  ): Move {
    const { consuming, isEnd, cost } = close(from.entered, mask);
    const entered = new Set<State>(isAnchored ? [] : [start]);
    for (const state of consuming) {
      if (state.kind !== 'character' || character === undefined) continue;
      if (hasCharacter(state.set, character)) entered.add(state.next);
    }
    remembered += 1;
    const next = getStation([...entered].toSorted((one, other) => one.id - other.id));
    return { isEnd, cost, next, payer };
  }

  return (subject, allowance, ends) => {
    if (remembered > MAX_REMEMBERED) {
      stations = new Map();
      remembered = 0;
    }
    let station = getStation([start]);
    for (let turn = 0; ; turn += 1) {
      const mask = subject.getMask(machine, turn);
      const character = subject.getCharacter(machine, turn);
      const key = mask * MASK_FACTOR + (character ?? NO_CHARACTER);
      const known = station.moves.get(key);
      const move = known ?? createMove(station, mask, character, allowance);
      const isPaid = known?.payer === allowance;
      if (!allowance.spend(isPaid ? 1 : move.cost)) return null;
      move.payer = allowance;
      if (known === undefined) station.moves.set(key, move);
      if (move.isEnd && ends === null) return true;
      if (move.isEnd && ends !== null) ends[subject.getPlace(machine, turn)] = 1;
      if (character === undefined || move.next.entered.length === 0) return false;
      station = move.next;
    }
  };
}
