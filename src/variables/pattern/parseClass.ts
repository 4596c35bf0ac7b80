import { fromRanges, uniteCharacters, type Character, type CharacterSet } from './characterSet.js';
import { parseClassEscape } from './parseEscape.js';
import type { PatternCursor } from './patternCursor.js';

const HYPHEN = 0x2d;

const CODE_POINT = /[^]/uy;
const CODE_UNIT = /[^]/y;

/** Reads a class behind its opening bracket, to behind its closing one. */
export function parseClass(cursor: PatternCursor): CharacterSet {
  const isNegated = cursor.read(/\^/y) !== null;
  const members: Character[] = [];
  while (!cursor.read(/\]/y)) {
    const first = parseClassMember(cursor);
    if (cursor.read(/-(?!\])/y)) members.push(...toRange(first, parseClassMember(cursor), cursor));
    else members.push(first);
  }
  return uniteCharacters(members, isNegated);
}

function parseClassMember(cursor: PatternCursor): Character {
  if (cursor.read(/\\/y)) return parseClassEscape(cursor);
  return parseCharacter(cursor);
}

/** Reads any character as itself. */
export function parseCharacter(cursor: PatternCursor): number {
  const [character] = cursor.read(cursor.isUnicode ? CODE_POINT : CODE_UNIT) ?? [];
  if (character === undefined) throw new SyntaxError('The pattern ends too early');
  return character.codePointAt(0) ?? 0;
}

function toRange(first: Character, last: Character, { isUnicode }: PatternCursor): Character[] {
  if (typeof first === 'number' && typeof last === 'number') {
    if (first > last) throw new SyntaxError('A range out of order');
    return [fromRanges([first, last])];
  }
  if (isUnicode) throw new SyntaxError('A range from or to a set');
  return [first, HYPHEN, last];
}
