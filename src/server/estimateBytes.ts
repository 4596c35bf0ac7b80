const nodeBytes = 16;

/** About how much memory a JSON-like value takes; strings count two bytes a character. */
export function estimateBytes(value: unknown): number {
  if (typeof value === 'string') return nodeBytes + 2 * value.length;
  if (typeof value !== 'object' || value === null) return nodeBytes;
  let bytes = nodeBytes;
  for (const [name, member] of Object.entries(value)) {
    bytes += 2 * name.length + estimateBytes(member);
  }
  return bytes;
}
