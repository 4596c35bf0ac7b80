import { namedSets, toPropertySet, type Character } from './characterSet.js';
import type { PatternCursor } from './patternCursor.js';

const CONTROL_LETTERS: ReadonlyMap<string, number> = new Map([
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
]);

const BACKSLASH = 0x5c;
const BACKSPACE = 0x08;

/** Reads what follows a backslash outside of classes; `null`: a reference back to a group. */
export function parseAtomEscape(cursor: PatternCursor): Character | null {
  const { isUnicode, groupNames, groupCount } = cursor;
  const [digits] = cursor.peek(/[1-9]\d*/y) ?? [];
  if (digits !== undefined && Number(digits) <= groupCount) {
    cursor.read(/\d+/y);
    return null;
  }
  if ((isUnicode || groupNames.size > 0) && cursor.read(/k/y)) {
    const [, name] = cursor.read(/<([^>]*)>/y) ?? [];
    if (name === undefined || !groupNames.has(name)) throw new SyntaxError('No such group');
    return null;
  }
  return parseCharacterEscape(cursor, /c([A-Za-z])/y, /[$^\\.*+?()[\]{}|/]/y);
}

/** Reads what follows a backslash within a class. */
export function parseClassEscape(cursor: PatternCursor): Character {
  if (cursor.read(/b/y)) return BACKSPACE;
  const control = cursor.isUnicode ? /c([A-Za-z])/y : /c(\w)/y;
  return parseCharacterEscape(cursor, control, /[$^\\.*+?()[\]{}|/-]/y);
}

function parseCharacterEscape(cursor: PatternCursor, control: RegExp, identity: RegExp): Character {
  const { isUnicode } = cursor;
  const [letter = ''] = cursor.read(/[dDsSwWtnvfr]/y) ?? [];
  const known = namedSets.get(letter) ?? CONTROL_LETTERS.get(letter);
  if (known !== undefined) return known;
  const [, controlled] = cursor.read(control) ?? [];
  if (controlled !== undefined) return controlled.charCodeAt(0) % 32;
  const [, hexadecimal] = cursor.read(/x([\dA-Fa-f]{2})/y) ?? [];
  if (hexadecimal !== undefined) return Number.parseInt(hexadecimal, 16);
  return (
    parseCodePoint(cursor) ??
    (isUnicode ? parseStrictEscape(cursor, identity) : parseTolerantEscape(cursor))
  );
}

/** `\u0041`; under the `u` flag also `\u{41}`, and two escapes that make one character. */
function parseCodePoint(cursor: PatternCursor): number | null {
  if (cursor.isUnicode) {
    const [pair, high, low] =
      cursor.read(/u([Dd][89ABab][\dA-Fa-f]{2})\\u([Dd][C-Fc-f][\dA-Fa-f]{2})/y) ?? [];
    if (pair !== undefined) {
      return (
        String.fromCharCode(parseInt(high ?? '', 16), parseInt(low ?? '', 16)).codePointAt(0) ?? 0
      );
    }
    const [, braced] = cursor.read(/u\{([\dA-Fa-f]+)\}/y) ?? [];
    const code = braced === undefined ? null : Number.parseInt(braced, 16);
    if (code !== null && code > 0x10_ffff) throw new SyntaxError('No such character');
    if (code !== null) return code;
  }
  const [, digits] = cursor.read(/u([\dA-Fa-f]{4})/y) ?? [];
  return digits === undefined ? null : Number.parseInt(digits, 16);
}

function parseStrictEscape(cursor: PatternCursor, identity: RegExp): Character {
  if (cursor.read(/0(?!\d)/y)) return 0;
  const [property] = cursor.read(/[pP]\{[\w=]+\}/y) ?? [];
  if (property !== undefined) return toPropertySet(`\\${property}`);
  const [character] = cursor.read(identity) ?? [];
  if (character === undefined) throw new SyntaxError('No such escape');
  return character.charCodeAt(0);
}

/** What a pattern may write without the `u` flag: octal numbers, and any character as itself. */
function parseTolerantEscape(cursor: PatternCursor): number {
  const [octal] = cursor.read(/[0-3][0-7]{0,2}|[4-7][0-7]?/y) ?? [];
  if (octal !== undefined) return Number.parseInt(octal, 8);
  // The c stands for itself and comes next.
  if (cursor.peek(/c/y)) return BACKSLASH;
  const [character] = cursor.read(/[^]/y) ?? [];
  if (character === undefined) throw new SyntaxError('A backslash at the end');
  return character.charCodeAt(0);
}
