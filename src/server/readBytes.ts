/**
 * Reads a stream; `null` as soon as it exceeds `maxBytes`, whatever `Content-Length` says. Chunks are
 * copied and let go: one of a single byte takes two hundred.
 */
export async function readBytes(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | null> {
  let bytes = new Uint8Array(0);
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const end = length + next.value.length;
    if (end > maxBytes) return null;
    if (end > bytes.length) bytes = grow(bytes, Math.max(end, 2 * length));
    bytes.set(next.value, length);
    length = end;
  }
  return bytes.subarray(0, length);
}

function grow(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(size);
  grown.set(bytes);
  return grown;
}
