import type { Allowance } from '../allowance.js';
import type { Automaton, Machine } from './automaton.js';
import { rememberRuns, type Run } from './rememberRuns.js';
import { runMachine } from './runMachine.js';
import { createSubject } from './subject.js';

/**
 * Makes the search for an automaton: it takes time linear in the length of the text and in the size of
 * the automaton. `null`: the allowance is exhausted.
 */
export function createSearch({
  main,
  looks,
  isUnicode,
}: Automaton): (text: string, allowance: Allowance) => boolean | null {
  const runs = looks.map(toRun);
  const runMain = toRun(main);
  return (text, allowance) => {
    if (!allowance.spend(FIXED_COST + text.length)) return null;
    const characters = toCharacters(text, isUnicode);
    const findings: Uint8Array[] = [];
    const subject = createSubject(characters, findings);
    for (const run of runs) {
      const places = new Uint8Array(characters.length + 1);
      if (run(subject, allowance, places) === null) return null;
      findings.push(places);
    }
    return runMain(subject, allowance, null);
  };
}

/** What a search costs whatever the text. */
const FIXED_COST = 10;

function toRun(machine: Machine): Run {
  if (!machine.counts) return rememberRuns(machine);
  return (subject, allowance, ends) => runMachine(machine, subject, allowance, ends);
}

function toCharacters(text: string, isUnicode: boolean): number[] {
  const characters: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = isUnicode ? (text.codePointAt(at) ?? 0) : text.charCodeAt(at);
    characters.push(character);
    if (character > 0xffff) at += 1;
  }
  return characters;
}
