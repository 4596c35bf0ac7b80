import type { Allowance } from '../allowance.js';
import type { CountState, Machine, State } from './automaton.js';
import { hasCharacter } from './characterSet.js';
import { close } from './closure.js';
import { createCounts } from './counts.js';
import type { Subject } from './subject.js';

/**
 * Follows all ways through a machine at once, so that each state is visited at most once at each place
 * of the text. With `ends` it marks every place where a match ends and answers `false`; without, it
 * answers at the first. `null`: the allowance is exhausted.
 */
export function runMachine(
  machine: Machine,
  subject: Subject,
  allowance: Allowance,
  ends: Uint8Array | null,
): boolean | null {
  const { isAnchored, start } = machine;
  const counts = createCounts();
  let entered: State[] = [start];
  let counting: CountState[] = [];
  for (let turn = 0; ; turn += 1) {
    const { consuming, isEnd, cost } = close(entered, subject.getMask(machine, turn));
    if (isEnd && ends === null) return true;
    if (isEnd && ends !== null) ends[subject.getPlace(machine, turn)] = 1;
    if (!allowance.spend(cost + counting.length)) return null;
    const character = subject.getCharacter(machine, turn);
    const active = new Set<State>([...consuming, ...counting]);
    if (character === undefined || (isAnchored && active.size === 0)) return false;
    for (const state of consuming) if (state.kind === 'count') counts.begin(state, turn);
    entered = isAnchored ? [] : [start];
    counting = [];
    for (const state of active) {
      if (state.kind === 'character') {
        if (hasCharacter(state.set, character)) entered.push(state.next);
      } else if (state.kind === 'count') {
        const rows = counts.pass(state, hasCharacter(state.set, character), turn + 1);
        if (rows !== 'none') counting.push(state);
        if (rows === 'enough') entered.push(state.next);
      }
    }
  }
}
