/** The work that patterns may still do, in steps of less than a microsecond. */
export interface PatternWork {
  left: number;
}

/** Whether a pattern is in a text; `null`: not to be found out with the work that is left. */
export type PatternProgram = (text: readonly string[], work: PatternWork) => boolean | null;

/** Where a part of a pattern can end, for all the places of the text where it may begin. */
type Part = (from: ReadonlySet<number>) => ReadonlySet<number>;

const ESCAPE =
  /\\(?:u\{[^}]*\}|u[Dd][89ABab][\dA-Fa-f]{2}\\u[Dd][C-Fc-f][\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[^])/y;
const CLASS = /\[(?:[^\\\]]|\\[^])*\]/y;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,)?(\d*)\})\??/y;
const OPENING = /\((?:\?(?:<?[=!]|:|<[^>]*>))?/y;

/** What a text may use of the work when nothing is left: as much as an ordinary text needs. */
const SHARE = 400;

/**
 * Translates a regular expression that the engine accepts into one that follows all its ways at once,
 * so that no text makes it try the same twice. `null` where it uses what cannot be followed so:
 * references back, flags of a group.
 */
export function compilePattern(pattern: string, unicode: boolean): PatternProgram | null {
  let at = 0;
  let text: readonly string[] = [];
  let work: PatternWork = { left: 0 };
  let least = 0;

  function spend(steps: number): void {
    work.left -= steps;
    if (work.left < least) throw new RangeError('too much work');
  }

  function read(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = at;
    const found = expression.exec(pattern);
    if (found !== null) at += found[0].length;
    return found;
  }

  function readAlternatives(): Part {
    const parts = [readSequence()];
    while (read(/\|/y)) parts.push(readSequence());
    return (from) => new Set(parts.flatMap((part) => [...part(from)]));
  }

  function readSequence(): Part {
    const parts: Part[] = [];
    while (at < pattern.length && !/[|)]/.test(pattern.charAt(at))) parts.push(readQuantified());
    return (from) => parts.reduce((places, part) => part(places), from);
  }

  function readQuantified(): Part {
    const part = readAtom();
    const found = read(QUANTIFIER);
    if (found === null) return part;
    const [, sign, fewest = '0', comma, most] = found;
    if (sign !== undefined) return repeat(part, sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity);
    return repeat(part, Number(fewest), Number(comma ? most || Infinity : fewest));
  }

  function repeat(part: Part, min: number, max: number): Part {
    return (from) => {
      let places = from;
      const found = new Set<number>();
      for (let times = 0; places.size > 0; times += 1) {
        spend(1);
        // Whoever comes to a place later has fewer repetitions left.
        if (times >= min) places = new Set([...places].filter((place) => !found.has(place)));
        if (times >= min) for (const place of places) found.add(place);
        if (times === max) break;
        places = part(places);
      }
      return found;
    };
  }

  /** Goes on by `width` from each place where a test holds. */
  function step(width: number, holds: (place: number) => boolean): Part {
    return (from) => {
      spend(from.size);
      return new Set([...from].filter(holds).map((place) => place + width));
    };
  }

  function readGroup(): Part {
    const [opening = ''] = read(OPENING) ?? [];
    if (pattern.charAt(at) === '?') throw new RangeError('unknown group');
    const body = readAlternatives();
    at += 1;
    if (!/[=!]$/.test(opening)) return body;
    const isWanted = opening.endsWith('=');
    if (!opening.includes('<')) {
      return step(0, (place) => body(new Set([place])).size > 0 === isWanted);
    }
    return (from) => {
      const ends = body(everywhere());
      return step(0, (place) => ends.has(place) === isWanted)(from);
    };
  }

  function everywhere(): Set<number> {
    return new Set([...text.keys(), text.length]);
  }

  function readAtom(): Part {
    if (pattern.charAt(at) === '(') return readGroup();
    if (read(/\\[1-9k]/y)) throw new RangeError('reference');
    if (read(/\^/y)) return step(0, (place) => place === 0);
    if (read(/\$/y)) return step(0, (place) => place === text.length);
    const boundary = read(/\\b/iy)?.[0];
    if (boundary) {
      return step(
        0,
        (place) => (isWord(text[place - 1]) !== isWord(text[place])) === (boundary === '\\b'),
      );
    }
    const [source = ''] = read(CLASS) ?? read(ESCAPE) ?? read(unicode ? /[^]/uy : /[^]/y) ?? [];
    if (!/^(?:[\\.]|\[.)/.test(source)) return step(1, (place) => text[place] === source);
    const one = new RegExp(`^(?:${source})$`, unicode ? 'u' : '');
    return step(1, (place) => one.test(text[place] ?? ''));
  }

  try {
    const run = readAlternatives();
    return (characters, allowed) => {
      text = characters;
      work = allowed;
      least = Math.min(0, work.left - SHARE);
      try {
        return run(everywhere()).size > 0;
      } catch {
        return null;
      }
    };
  } catch {
    return null;
  }
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /^\w$/.test(character);
}
