/** Where a JSON text is cut. */
export interface JsonPieces {
  /** The list that is cut, between its brackets; `null`: the text is short enough as it is. */
  readonly list: { readonly from: number; readonly to: number } | null;
  /** Commas between items of the list. */
  readonly cuts: readonly number[];
}

/** Reads on for about `bytes`, or to the end. */
export interface PieceFinder {
  readonly isDone: boolean;
  /** True as soon as one piece, or all of them, would take too long to parse. */
  readonly isTooLarge: boolean;
  readonly pieces: JsonPieces;
  scan(bytes: number): void;
}

/**
 * Marks are braces, brackets, commas and colons outside of texts: they, and not the bytes, make JSON
 * slow to parse.
 */
export interface PieceLimits {
  readonly bytes: number;
  readonly marks: number;
  /** Marks of all pieces. */
  readonly total?: number;
}

/** Unless said otherwise: a list of 1,000 activations of three accounts and 30 variables has 200,000. */
const maxMarks = 240_000;

const enoughMarks = 10_000;
const enoughBytes = 128 * 1024;

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openList = 0x5b;
const backslash = 0x5c;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

const itemsName = new TextEncoder().encode('"items"');

/**
 * Finds where a long list, bare or the `items` of an object, can be parsed in pieces.
 * @param json UTF-8, valid or not: pieces of invalid JSON are invalid too.
 */
export function createPieceFinder(json: Uint8Array, max: PieceLimits): PieceFinder {
  const cuts: number[] = [];
  let list: { from: number; to: number; depth: number } | null = null;
  let at = 0;
  let depth = 0;
  let marks = 0;
  let piece = { from: 0, marks: 0 };
  let marksBefore = 0;
  let lastText = { from: 0, to: 0 };
  const { total = maxMarks } = max;
  let isTooLarge = false;

  function countMark(): void {
    marks += 1;
    piece.marks += 1;
  }

  function startPiece(from: number, marksSoFar = 0): void {
    isTooLarge ||= from - piece.from > max.bytes;
    piece = { from, marks: marksSoFar };
  }

  function isItemsName(): boolean {
    const { from, to } = lastText;
    if (to - from !== itemsName.length) return false;
    return itemsName.every((byte, index) => json[from + index] === byte);
  }

  function isEscaped(): boolean {
    return json.subarray(lastText.from, lastText.to).includes(backslash);
  }

  function open(byte: number): void {
    countMark();
    depth += 1;
    const isList = byte === openList && (depth === 1 || (depth === 2 && isItemsName()));
    if (list !== null || !isList) return;
    list = { from: at + 1, to: -1, depth };
    marksBefore = piece.marks;
    startPiece(at + 1);
  }

  function close(): void {
    if (list !== null && list.to === -1 && depth === list.depth) {
      list.to = at;
      // What is around the list is one piece.
      startPiece(at, marksBefore);
    }
    depth -= 1;
  }

  function name(): void {
    countMark();
    // The last member of a name counts, and a list that is read already is not unread.
    const isBehind = list !== null && list.to !== -1 && list.depth === 2 && depth === 1;
    isTooLarge ||= isBehind && (isItemsName() || isEscaped());
  }

  function separate(): void {
    countMark();
    if (list === null || list.to !== -1 || depth !== list.depth) return;
    if (piece.marks < enoughMarks && at - piece.from < enoughBytes) return;
    cuts.push(at);
    startPiece(at + 1);
  }

  return {
    get isDone() {
      return at >= json.length;
    },
    get isTooLarge() {
      return isTooLarge;
    },
    get pieces() {
      return { list: cuts.length > 0 ? list : null, cuts };
    },
    scan(bytes) {
      for (const end = Math.min(json.length, at + bytes); at < end && !isTooLarge; at += 1) {
        const byte = json[at];
        if (byte === quote) {
          const to = findEndOfText(json, at);
          lastText = { from: at, to };
          at = to - 1;
        } else if (byte === openList || byte === openObject) open(byte);
        else if (byte === closeList || byte === closeObject) close();
        else if (byte === comma) separate();
        else if (byte === colon) name();
        isTooLarge ||= piece.marks > max.marks || marks > total;
      }
      isTooLarge ||= Math.min(at, json.length) - piece.from > max.bytes;
    },
  };
}

/** Behind the closing quote of the text that opens at `from`; the end where it has none. */
function findEndOfText(json: Uint8Array, from: number): number {
  for (let at = json.indexOf(quote, from + 1); at !== -1; at = json.indexOf(quote, at + 1)) {
    let first = at;
    while (json[first - 1] === backslash) first -= 1;
    if ((at - first) % 2 === 0) return at + 1;
  }
  return json.length;
}
