import { isJsonObject, type JsonValue } from '../domain/json.js';
import { isList } from './jsonKind.js';

/** An `enum` whose members are found only when the library asks. */
export interface LiveEnum {
  some(isSame: (value: string) => boolean): boolean;
  toJSON(): string;
}

/**
 * Lets a test of ours take part in the library's evaluation, which has no place for one: an `enum` of
 * all texts of the value that fail the test, under a `not`. The library compares before we test, so
 * that each test runs on the one text that stands at its place.
 */
export interface TextProbe {
  /** Collects the texts and names of the value that is judged next. */
  load(value: JsonValue): void;
  /** Every name of a property in the value. */
  names(): readonly string[];
  rejectedBy(passes: (text: string) => boolean): LiveEnum;
}

export function createTextProbe(): TextProbe {
  let texts: string[] = [];
  let names: string[] = [];
  // Evaluation mostly follows the order of the value: the next text sought is the next one here.
  let cursor = 0;

  function some(isSame: (value: string) => boolean, passes: (text: string) => boolean): boolean {
    for (let n = 0; n < texts.length; n += 1) {
      const index = (cursor + n) % texts.length;
      const text = texts[index];
      if (text === undefined || !isSame(text)) continue;
      cursor = index + 1;
      return !passes(text);
    }
    return false;
  }

  return {
    load(value) {
      const found = { texts: new Set<string>(), names: new Set<string>() };
      collect(value, found);
      names = [...found.names];
      texts = [...new Set([...found.texts, ...names])];
      cursor = 0;
    },
    names: () => names,
    rejectedBy: (passes) => ({ some: (isSame) => some(isSame, passes), toJSON: () => '' }),
  };
}

function collect(value: JsonValue, found: { texts: Set<string>; names: Set<string> }): void {
  if (typeof value === 'string') found.texts.add(value);
  else if (isList(value)) for (const item of value) collect(item, found);
  else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      found.names.add(name);
      collect(member, found);
    }
  }
}
