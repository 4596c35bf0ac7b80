import { anyCharacter, fromRanges, type Character } from './characterSet.js';
import { parseCharacter, parseClass } from './parseClass.js';
import { parseAtomEscape } from './parseEscape.js';
import { createPatternCursor, type PatternCursor } from './patternCursor.js';
import type { PatternNode, PatternTree, PlaceAssertion } from './patternTree.js';

/** Deeper and longer ones are refused: no person writes them, and they cost too much. */
const MAX_DEPTH = 200;
const MAX_LENGTH = 20_000;

const ASSERTIONS: ReadonlyMap<string, PlaceAssertion> = new Map([
  ['^', 'start'],
  ['$', 'end'],
  ['\\b', 'wordBoundary'],
  ['\\B', 'notWordBoundary'],
]);

/** What is looked for at nearly each character: made once, since making one costs more than its use. */
const TOKENS = {
  plain: /[\w ]/y,
  alternative: /\|/y,
  end: /[|)]/y,
  assertion: /[\^$]|\\[bB]/y,
  look: /\(\?(<)?[=!]/y,
  group: /\(/y,
  sign: /([*+?])\??/y,
  braces: /\{(\d+)(,)?(\d*)\}\??/y,
  any: /\./y,
  class: /\[/y,
  escape: /\\/y,
  strictSyntax: /[*+?{}\]]/y,
  tolerantSyntax: /[*+?]|\{\d+(?:,\d*)?\}/y,
} as const;

/**
 * Parses a regular expression of ECMA-262 under the `u` flag; one that is valid without that flag
 * alone is parsed without it, as many schemas in use need (`[\w-.]`, `\_`). `null`: it is valid under
 * neither.
 */
export function parsePattern(source: string): PatternTree | null {
  if (source.length > MAX_LENGTH) return { root: { kind: 'unsupported' }, isUnicode: true };
  for (const isUnicode of [true, false]) {
    const cursor = createPatternCursor(source, isUnicode);
    try {
      const root = parseAlternatives(cursor, 0);
      if (cursor.isAtEnd()) return { root, isUnicode };
    } catch (error) {
      if (error instanceof RangeError) return { root: { kind: 'unsupported' }, isUnicode };
    }
  }
  return null;
}

function parseAlternatives(cursor: PatternCursor, depth: number): PatternNode {
  if (depth > MAX_DEPTH) throw new RangeError('Nested too deep');
  const options = [parseSequence(cursor, depth)];
  while (cursor.read(TOKENS.alternative)) options.push(parseSequence(cursor, depth));
  return toOnly(options) ?? { kind: 'alternatives', options };
}

function parseSequence(cursor: PatternCursor, depth: number): PatternNode {
  const parts: PatternNode[] = [];
  while (!cursor.isAtEnd() && !cursor.peek(TOKENS.end)) parts.push(parseTerm(cursor, depth));
  return toOnly(parts) ?? { kind: 'sequence', parts };
}

function toOnly(nodes: readonly PatternNode[]): PatternNode | undefined {
  return nodes.length === 1 ? nodes[0] : undefined;
}

function parseTerm(cursor: PatternCursor, depth: number): PatternNode {
  const [plain] = cursor.read(TOKENS.plain) ?? [];
  if (plain !== undefined) return parseQuantifier(cursor, toCharacters(plain.charCodeAt(0)));
  const [token = ''] = cursor.read(TOKENS.assertion) ?? [];
  const at = ASSERTIONS.get(token);
  if (at !== undefined) return { kind: 'assertion', at };
  const [look, behind] = cursor.peek(TOKENS.look) ?? [];
  const body = cursor.read(TOKENS.group) ? parseGroup(cursor, depth) : parseAtom(cursor);
  const isRepeatable = look === undefined || (behind === undefined && !cursor.isUnicode);
  return isRepeatable ? parseQuantifier(cursor, body) : body;
}

function parseQuantifier(cursor: PatternCursor, body: PatternNode): PatternNode {
  const [, sign] = cursor.read(TOKENS.sign) ?? [];
  if (sign !== undefined) {
    return { kind: 'repeat', body, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity };
  }
  const [braces, fewest, comma, most] = cursor.read(TOKENS.braces) ?? [];
  if (braces === undefined) return body;
  const min = Number(fewest);
  const max = comma === undefined ? min : Number(most || Infinity);
  if (min > max) throw new SyntaxError('A range out of order');
  return { kind: 'repeat', body, min, max };
}

/** Reads a group behind its opening parenthesis. */
function parseGroup(cursor: PatternCursor, depth: number): PatternNode {
  const [, behind, sign] = cursor.read(/\?(<)?([=!])/y) ?? [];
  const [flags, changed, removed] = sign ? [] : (cursor.read(/\?([ims]*)(?:-([ims]*))?:/y) ?? []);
  if (sign === undefined && flags === undefined && cursor.peek(/\?/y)) parseGroupName(cursor);
  const body = parseAlternatives(cursor, depth + 1);
  if (!cursor.read(/\)/y)) throw new SyntaxError('A group that does not end');
  if (sign !== undefined) {
    return { kind: 'look', isAhead: behind === undefined, isNegated: sign === '!', body };
  }
  return changed || removed ? { kind: 'unsupported' } : body;
}

function parseGroupName(cursor: PatternCursor): void {
  const name =
    /\?<(?:[$_\p{ID_Start}]|\\u[\dA-Fa-f{}]+)(?:[$\u200c\u200d\p{ID_Continue}]|\\u[\dA-Fa-f{}]+)*>/uy;
  if (!cursor.read(name)) throw new SyntaxError('A group of no known kind');
}

function parseAtom(cursor: PatternCursor): PatternNode {
  if (cursor.read(TOKENS.any)) return { kind: 'characters', set: anyCharacter };
  if (cursor.read(TOKENS.class)) return { kind: 'characters', set: parseClass(cursor) };
  if (cursor.read(TOKENS.escape)) {
    const character = parseAtomEscape(cursor);
    if (character === null) return { kind: 'unsupported' };
    return toCharacters(character);
  }
  if (cursor.peek(cursor.isUnicode ? TOKENS.strictSyntax : TOKENS.tolerantSyntax))
    throw new SyntaxError('Nothing to repeat');
  return toCharacters(parseCharacter(cursor));
}

function toCharacters(character: Character): PatternNode {
  const set = typeof character === 'number' ? fromRanges([character, character]) : character;
  return { kind: 'characters', set };
}
