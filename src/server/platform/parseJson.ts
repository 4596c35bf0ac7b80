import { createSlices } from '../slices.js';
import { createPieceFinder, type JsonPieces } from '../jsonPieces.js';

/** A `value` of `undefined`: it is no JSON. */
export type ParsedJson = { readonly value: unknown } | 'tooLarge';

/** Any JSON of so many bytes is parsed in a few milliseconds. */
const smallBytes = 64 * 1024;

/** They take 50 ms at the worst, where each is part of a name never seen before. */
const maxPieceMarks = 80_000;

const scanBytes = 256 * 1024;

/**
 * Parses UTF-8 JSON without holding up the process: a long list, bare or the `items` of an object, is
 * parsed in pieces, and what would take long in one piece is not parsed.
 */
export async function parseJson(json: Uint8Array, maxPieceBytes: number): Promise<ParsedJson> {
  if (json.length <= smallBytes) return { value: parse(json) };
  const slices = createSlices();
  const finder = createPieceFinder(json, { bytes: maxPieceBytes, marks: maxPieceMarks });
  while (!finder.isDone && !finder.isTooLarge) {
    finder.scan(scanBytes);
    await slices.pauseIfDue();
  }
  if (finder.isTooLarge) return 'tooLarge';
  return { value: await parsePieces(json, finder.pieces) };
}

async function parsePieces(json: Uint8Array, { list, cuts }: JsonPieces): Promise<unknown> {
  if (list === null) return parse(json);
  const slices = createSlices();
  const around = parse(json.subarray(0, list.from), json.subarray(list.to));
  const items: unknown[] = [];
  let from = list.from;
  for (const to of [...cuts, list.to]) {
    const piece = parse(brackets.open, json.subarray(from, to), brackets.close);
    // Between two commas is a value.
    if (!Array.isArray(piece) || piece.length === 0) return undefined;
    for (const item of piece) items.push(item);
    from = to + 1;
    await slices.pauseIfDue();
  }
  if (Array.isArray(around)) return items;
  return typeof around === 'object' ? { ...around, items } : undefined;
}

const brackets = { open: new Uint8Array([0x5b]), close: new Uint8Array([0x5d]) };

/** Each part is whole characters; a byte order mark is one only at the very start. */
function parse(...parts: readonly Uint8Array[]): unknown {
  const decode = (part: Uint8Array, index: number): string =>
    new TextDecoder('utf-8', { ignoreBOM: index > 0 }).decode(part);
  try {
    return JSON.parse(parts.map(decode).join(''));
  } catch {
    return undefined;
  }
}
