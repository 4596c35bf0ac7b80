const nodeBytes = 16;

/**
 * About how much memory a JSON-like value takes; strings count two bytes a character. Any depth will
 * do: a stack that overflows here would end the process.
 */
export function estimateBytes(value: unknown): number {
  let bytes = 0;
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    bytes += nodeBytes;
    if (typeof next === 'string') bytes += 2 * next.length;
    if (typeof next !== 'object' || next === null) continue;
    // Pairs of name and member would take longer than all the rest.
    for (const name of Object.keys(next)) {
      if (!Array.isArray(next)) bytes += 2 * name.length;
      left.push(Reflect.get(next, name));
    }
  }
  return bytes;
}
