/** One place of a pattern; numbers point to other steps, a number past the last is the end. */
export type PatternStep =
  | { readonly kind: 'split'; readonly to: readonly number[] }
  | { readonly kind: 'take'; readonly accepts: (character: string) => boolean; readonly to: number }
  | {
      readonly kind: 'assert';
      readonly holds: (text: readonly string[], position: number) => boolean;
      readonly to: number;
    }
  | {
      readonly kind: 'look';
      readonly start: number;
      readonly negative: boolean;
      readonly to: number;
    };

export interface PatternProgram {
  readonly steps: readonly PatternStep[];
  readonly start: number;
}

type Part = (to: number) => number;

/** Past every program, and small enough to be multiplied by the length of a text. */
const END = 1_000_000;
const MAX_PROGRAM = 4000;
const ESCAPE =
  /\\(?:u\{[^}]*\}|u[Dd][89ABab][\dA-Fa-f]{2}\\u[Dd][C-Fc-f][\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[^])/y;
const CLASS = /\[(?:[^\\\]]|\\[^])*\]/y;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,)?(\d*)\})\??/y;

/**
 * Translates a regular expression that the engine accepts into steps. `null` where it uses what the
 * steps cannot say: references back, looking behind, flags of a group, thousands of repetitions.
 */
export function compilePattern(pattern: string, unicode: boolean): PatternProgram | null {
  const steps: PatternStep[] = [];
  let at = 0;

  function add(step: PatternStep): number {
    if (steps.length >= MAX_PROGRAM) throw new RangeError('too many steps');
    return steps.push(step) - 1;
  }

  function read(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = at;
    const found = expression.exec(pattern);
    if (found !== null) at += found[0].length;
    return found;
  }

  function readAlternatives(): Part {
    const alternatives = [readSequence()];
    while (pattern[at] === '|') {
      at += 1;
      alternatives.push(readSequence());
    }
    const [only] = alternatives;
    if (only !== undefined && alternatives.length === 1) return only;
    return (to) => add({ kind: 'split', to: alternatives.map((part) => part(to)) });
  }

  function readSequence(): Part {
    const parts: Part[] = [];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      parts.push(readQuantified());
    }
    return (to) => parts.reduceRight((next, part) => part(next), to);
  }

  function readQuantified(): Part {
    const part = readAtom();
    const found = read(QUANTIFIER);
    if (found === null) return part;
    const [, sign, least = '0', comma, most] = found;
    if (sign !== undefined) return repeat(part, sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity);
    const min = Number(least);
    return repeat(part, min, comma === undefined ? min : most ? Number(most) : Infinity);
  }

  function repeat(part: Part, min: number, max: number): Part {
    return (to) => {
      let entry = to;
      if (max === Infinity) {
        const ways = [to];
        entry = add({ kind: 'split', to: ways });
        ways.push(part(entry));
      } else {
        for (let n = min; n < max; n += 1) entry = add({ kind: 'split', to: [part(entry), to] });
      }
      for (let n = 0; n < min; n += 1) entry = part(entry);
      return entry;
    };
  }

  function readGroup(): Part {
    const [opening] = read(/\((?:\?(?:[:=!]|<(?![=!])[^>]*>))?/y) ?? [''];
    if (pattern[at] === '?') throw new RangeError('unknown group');
    const body = readAlternatives();
    at += 1;
    if (opening !== '(?=' && opening !== '(?!') return body;
    const negative = opening === '(?!';
    return (to) => add({ kind: 'look', start: body(END), negative, to });
  }

  function readAtom(): Part {
    const character = pattern[at];
    if (character === '(') return readGroup();
    if (character === '^') return assertion((_, position) => position === 0);
    if (character === '$') return assertion((text, position) => position === text.length);
    if (character === '\\' && /[bB]/.test(pattern[at + 1] ?? '')) return readBoundary();
    if (character === '\\' && /[1-9k]/.test(pattern[at + 1] ?? ''))
      throw new RangeError('reference');
    const found = read(character === '[' ? CLASS : character === '\\' ? ESCAPE : toAny(unicode));
    const [source = ''] = found ?? [];
    const literal = /^[^\\[.]/.test(source) || source === '[';
    if (literal) return (to) => add({ kind: 'take', accepts: (taken) => taken === source, to });
    const one = new RegExp(`^(?:${source})$`, unicode ? 'u' : '');
    return (to) => add({ kind: 'take', accepts: (taken) => one.test(taken), to });
  }

  function assertion(holds: (text: readonly string[], position: number) => boolean): Part {
    at += 1;
    return (to) => add({ kind: 'assert', holds, to });
  }

  function readBoundary(): Part {
    const expected = pattern[at + 1] === 'b';
    at += 1;
    return assertion(
      (text, position) => (isWord(text[position - 1]) !== isWord(text[position])) === expected,
    );
  }

  try {
    const start = readAlternatives()(END);
    return { steps, start };
  } catch {
    return null;
  }
}

function toAny(unicode: boolean): RegExp {
  return unicode ? /[^]/uy : /[^]/y;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /^\w$/.test(character);
}
