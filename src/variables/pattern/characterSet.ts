/** Some of all characters, by code point. */
export interface CharacterSet {
  /** First and last of each range by turns: ascending, none touching another. */
  readonly ranges: readonly number[];
  /** Tests of one character each, for what only the platform knows (`\p{…}`). */
  readonly properties: readonly RegExp[];
  /** Everything but these. */
  readonly isNegated: boolean;
}

/** A character of a pattern: one code point, or any of a set. */
export type Character = number | CharacterSet;

const LAST_CODE_POINT = 0x10_ffff;

const DIGIT = fromRanges([0x30, 0x39]);
const WORD = fromRanges([0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a]);
/** WhiteSpace and LineTerminator of ECMA-262. */
const SPACE = fromRanges([
  ...[0x09, 0x0d, 0x20, 0x20, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029],
  ...[0x202f, 0x202f, 0x205f, 0x205f, 0x3000, 0x3000, 0xfeff, 0xfeff],
]);
const LINE_TERMINATOR = fromRanges([0x0a, 0x0a, 0x0d, 0x0d, 0x2028, 0x2029]);

/** The characters that `.` matches. */
export const anyCharacter: CharacterSet = complement(LINE_TERMINATOR);

/** The sets that an escape of one letter names. */
export const namedSets: ReadonlyMap<string, CharacterSet> = new Map([
  ['d', DIGIT],
  ['D', complement(DIGIT)],
  ['s', SPACE],
  ['S', complement(SPACE)],
  ['w', WORD],
  ['W', complement(WORD)],
]);

/** Whether a code point is one of `\w`. */
export function isWordCharacter(codePoint: number | undefined): boolean {
  return codePoint !== undefined && isInRanges(WORD.ranges, codePoint);
}

/** The set of one escape `\p{…}` or `\P{…}`; throws a SyntaxError where there is no such property. */
export function toPropertySet(escape: string): CharacterSet {
  return { ranges: [], properties: [new RegExp(`^${escape}$`, 'u')], isNegated: false };
}

/** All the characters of a class in brackets. */
export function uniteCharacters(members: readonly Character[], isNegated: boolean): CharacterSet {
  const sets = members.map((each) => (typeof each === 'number' ? fromRanges([each, each]) : each));
  const properties = new Map(
    sets.flatMap((set) => set.properties.map((property) => [property.source, property] as const)),
  );
  return {
    ranges: mergeRanges(sets.flatMap((set) => toPairs(set.ranges))),
    properties: [...properties.values()],
    isNegated,
  };
}

/** The set of the given ranges, which are ascending and apart. */
export function fromRanges(ranges: readonly number[]): CharacterSet {
  return { ranges, properties: [], isNegated: false };
}

export function hasCharacter(set: CharacterSet, codePoint: number): boolean {
  return isMember(set, codePoint) !== set.isNegated;
}

function isMember({ ranges, properties }: CharacterSet, codePoint: number): boolean {
  if (isInRanges(ranges, codePoint)) return true;
  if (properties.length === 0) return false;
  const character = String.fromCodePoint(codePoint);
  return properties.some((property) => property.test(character));
}

function isInRanges(ranges: readonly number[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length;
  // An odd number of bounds at or below it means that it lies within a range.
  while (low < high) {
    const middle = (low + high) >> 1;
    const bound = (ranges[middle] ?? 0) + (middle & 1);
    if (bound <= codePoint) low = middle + 1;
    else high = middle;
  }
  return (low & 1) === 1;
}

/** A set without properties, turned round, so that it can be a part of a class. */
function complement({ ranges }: CharacterSet): CharacterSet {
  const bounds = ranges.map((bound, index) => (index % 2 === 0 ? bound - 1 : bound + 1));
  return fromRanges([0, ...bounds, LAST_CODE_POINT]);
}

function toPairs(ranges: readonly number[]): (readonly [first: number, last: number])[] {
  return ranges.flatMap((first, index) =>
    index % 2 === 0 ? [[first, ranges[index + 1] ?? first] as const] : [],
  );
}

function mergeRanges(pairs: (readonly [first: number, last: number])[]): number[] {
  const merged: number[] = [];
  for (const [first, last] of pairs.toSorted(([a], [b]) => a - b)) {
    const end = merged.at(-1);
    if (end === undefined || first > end + 1) merged.push(first, last);
    else merged[merged.length - 1] = Math.max(end, last);
  }
  return merged;
}
