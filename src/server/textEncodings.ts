const encoder = new TextEncoder();

/**
 * Returns the text and its unescaped readings, up to twice; in lower case, and also without white
 * space and without separators between digits.
 */
export function toReadings(text: string): string[] {
  const once = unescape(text);
  const readings = [
    text,
    decodePercent(text),
    unescapeBackslashes(text),
    unescapeHtml(text),
    once,
    unescape(once),
  ].map((each) => each.toLowerCase());
  const joined = readings.map((each) => each.replace(/\s+/g, ''));
  const plainNumbers = readings.map((each) => each.replace(/(?<=\d)[\s,.'’_](?=\d)/g, ''));
  return [...new Set([...readings, ...joined, ...plainNumbers])];
}

function unescape(text: string): string {
  return unescapeHtml(unescapeBackslashes(decodePercent(text)));
}

/** Characters: of a longer text, both ends are encoded. */
const longestWhole = 256;

/** A text, or both its ends, as it is, and in hexadecimal and Base64; lower case. */
export function toEncodings(text: string): string[] {
  const encodings = [
    ...toEnds(text).flatMap((end) => [end, ...encode(end)]),
    ...toEnds(text.replace(/\s+/g, '')),
  ];
  const found = encodings.map((each) => each.toLowerCase()).filter((each) => each.length >= 4);
  return [...new Set(found)];
}

function toEnds(text: string): string[] {
  if (text.length <= longestWhole) return [text];
  return [text.slice(0, longestWhole / 2), text.slice(-longestWhole / 2)];
}

function encode(text: string): string[] {
  const bytes = encoder.encode(text);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex, ...[0, 1, 2].flatMap((offset) => toBase64At(bytes, offset))];
}

/** Base64, plain and for URLs, of bytes that stand `offset` bytes into a longer text. */
function toBase64At(bytes: Uint8Array, offset: number): string[] {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const padded = btoa('\0'.repeat(offset) + binary);
  // The characters at both ends are shared with the bytes around.
  const sharedAtEnd = (offset + bytes.length) % 3 === 0 ? 0 : 1;
  const start = offset === 0 ? 0 : offset + 1;
  const plain = padded.replace(/=+$/, '');
  const own = plain.slice(start, plain.length - sharedAtEnd);
  return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
}

function decodePercent(text: string): string {
  return text.replaceAll('+', ' ').replace(/(%[0-9a-f]{2})+/gi, (escaped) => {
    const bytes = escaped.match(/[0-9a-f]{2}/gi) ?? [];
    return new TextDecoder().decode(Uint8Array.from(bytes, (hex) => Number.parseInt(hex, 16)));
  });
}

/** As JSON and JavaScript escape; a backslash before anything else is dropped. */
function unescapeBackslashes(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi, (_, four?: string, two?: string) =>
      String.fromCharCode(Number.parseInt(four ?? two ?? '', 16)),
    )
    .replace(/\\(.)/gs, '$1');
}

const htmlEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function unescapeHtml(text: string): string {
  return text
    .replace(/&([a-z]+);/gi, (whole, name: string) => htmlEntities[name.toLowerCase()] ?? whole)
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => toCharacter(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, decimal: string) => toCharacter(Number(decimal)));
}

function toCharacter(codePoint: number): string {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '';
}
