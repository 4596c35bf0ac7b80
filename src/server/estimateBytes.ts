const nodeBytes = 16;

/** About how much memory a JSON-like value takes; strings count two bytes a character. */
export function estimateBytes(value: unknown): number {
  if (typeof value === 'string') return nodeBytes + 2 * value.length;
  if (typeof value !== 'object' || value === null) return nodeBytes;
  let bytes = nodeBytes;
  if (Array.isArray(value)) {
    for (const item of value) bytes += estimateBytes(item);
    return bytes;
  }
  // Pairs of name and member would take longer than all the rest.
  for (const name of Object.keys(value)) {
    bytes += 2 * name.length + estimateBytes(Reflect.get(value, name));
  }
  return bytes;
}
