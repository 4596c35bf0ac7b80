import type { CharacterSet } from './characterSet.js';
import type {
  LookNode,
  PatternNode,
  PatternTree,
  PlaceAssertion,
  RepeatNode,
} from './patternTree.js';

/** So many looks around at most: each has a bit of the mask of assertions that hold at a place. */
const MAX_LOOKS = 20;

/** One state: what is passed without a character, or by one. `id` counts from 0 in its machine. */
export type State =
  | { readonly kind: 'character'; readonly id: number; readonly set: CharacterSet; next: State }
  | CountState
  | { readonly kind: 'split'; readonly id: number; readonly next: State[] }
  | { readonly kind: 'assertion'; readonly id: number; readonly at: PlaceAssertion; next: State }
  | LookState
  | { readonly kind: 'end'; readonly id: number };

/** From `min` (at least 1) to `max` characters of a set, however many: one state instead of `max`. */
export interface CountState {
  readonly kind: 'count';
  readonly id: number;
  readonly set: CharacterSet;
  readonly min: number;
  readonly max: number;
  next: State;
}

export interface LookState {
  readonly kind: 'look';
  readonly id: number;
  /** Position of its machine in `looks`. */
  readonly look: number;
  readonly isNegated: boolean;
  next: State;
}

export interface Machine {
  readonly start: State;
  /** Reads the text from its end to its beginning. */
  readonly isBackward: boolean;
  /** Can match from the beginning of the text alone. */
  readonly isAnchored: boolean;
  /** Has a state that counts. */
  readonly counts: boolean;
  /** Has a state that looks at the characters before and behind it. */
  readonly looksAround: boolean;
}

/** A pattern as a nondeterministic automaton. */
export interface Automaton {
  readonly main: Machine;
  /** One for each look around; one within another comes before it. */
  readonly looks: readonly Machine[];
  readonly isUnicode: boolean;
  /** How many states were made. */
  readonly size: number;
}

/** Repetitions of groups are spelt out: this many states are made at most. */
export const MAX_STATES = 5000;

/** More repetitions of a single character than these are counted and not spelt out. */
const MANY = 30;

/** Makes the automaton of a pattern; `null` where it cannot be followed in linear time. */
export function toAutomaton({ root, isUnicode }: PatternTree): Automaton | null {
  const looks: Machine[] = [];
  const known = new Map<LookNode, number>();
  let budget = MAX_STATES;

  /** A look ahead is read backward from where it ends, so that one pass answers for all places. */
  function addLook(node: LookNode): number {
    const machine = toMachine(node.body, node.isAhead);
    if (looks.length === MAX_LOOKS) throw new RangeError('Too many looks around');
    known.set(node, looks.push(machine) - 1);
    return looks.length - 1;
  }

  function toMachine(body: PatternNode, isBackward: boolean): Machine {
    let size = 0;
    let counts = false;
    let looksAround = false;
    const nextId = (): number => size++;

    function build(node: PatternNode, next: State): State {
      if ((budget -= 1) < 0) throw new RangeError('Too many states');
      switch (node.kind) {
        case 'characters':
          return { kind: 'character', id: nextId(), set: node.set, next };
        case 'sequence':
          return isBackward
            ? node.parts.reduce((after, part) => build(part, after), next)
            : node.parts.reduceRight((after, part) => build(part, after), next);
        case 'alternatives':
          return split(node.options.map((option) => build(option, next)));
        case 'repeat':
          return buildRepeat(node, next);
        case 'assertion':
          looksAround ||= node.at !== 'start' && node.at !== 'end';
          return { kind: 'assertion', id: nextId(), at: node.at, next };
        case 'look': {
          const look = known.get(node) ?? addLook(node);
          looksAround = true;
          return { kind: 'look', id: nextId(), look, isNegated: node.isNegated, next };
        }
        case 'unsupported':
          throw new RangeError('Not linear');
      }
    }

    function split(next: State[]): State {
      return { kind: 'split', id: nextId(), next };
    }

    function buildRepeat({ body: repeated, min, max }: RepeatNode, next: State): State {
      if (max === 0) return next;
      if (repeated.kind === 'characters' && (max < Infinity ? max : min) > MANY) {
        counts = true;
        const { set } = repeated;
        const count: State = { kind: 'count', id: nextId(), set, min: Math.max(1, min), max, next };
        return min === 0 ? split([count, next]) : count;
      }
      let first = next;
      let times = min;
      if (max === Infinity) {
        const targets: State[] = [];
        const loop = split(targets);
        const again = build(repeated, loop);
        targets.push(again, next);
        first = min === 0 ? loop : again;
        times -= 1;
      } else for (let n = min; n < max; n += 1) first = split([build(repeated, first), next]);
      for (let n = 0; n < times; n += 1) first = build(repeated, first);
      return first;
    }

    const start = build(body, { kind: 'end', id: nextId() });
    const isFirst = !isBackward && isAnchored(body);
    return { start, isBackward, isAnchored: isFirst, counts, looksAround };
  }

  try {
    const main = toMachine(root, false);
    return { main, looks, isUnicode, size: MAX_STATES - budget };
  } catch {
    return null;
  }
}

function isAnchored(node: PatternNode): boolean {
  switch (node.kind) {
    case 'assertion':
      return node.at === 'start';
    case 'sequence':
      return node.parts[0] !== undefined && isAnchored(node.parts[0]);
    case 'alternatives':
      return node.options.every(isAnchored);
    case 'repeat':
      return node.min > 0 && isAnchored(node.body);
    default:
      return false;
  }
}
