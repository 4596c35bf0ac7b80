import { getOwn, isJsonArray, isJsonObject, type JsonValue } from './json.js';

/** JSON Pointer (RFC 6901) of a path: `['a/b', 0]` → `/a~1b/0`; `[]` → `''`, the whole value. */
export function toPointer(path: readonly (string | number)[]): string {
  return path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** Appends one step to a JSON Pointer; faster in loops than `toPointer`. */
export function appendStep(pointer: string, step: string | number): string {
  const isPlain = typeof step === 'number' || !/[~/]/.test(step);
  return isPlain ? `${pointer}/${step}` : pointer + toPointer([step]);
}

/** Whether one pointer lies at or below another. */
export function isWithin(pointer: string, around: string): boolean {
  return pointer === around || pointer.startsWith(`${around}/`);
}

/** Parses a JSON Pointer into its steps; `null` if the text is not one. */
export function parsePointer(pointer: string): string[] | null {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Returns the value at a path, own members only, or `undefined`. */
export function getAt(
  value: JsonValue | undefined,
  path: readonly string[],
): JsonValue | undefined {
  let current = value;
  for (const step of path) {
    if (isJsonArray(current))
      current = /^(0|[1-9]\d*)$/.test(step) ? current[Number(step)] : undefined;
    else if (isJsonObject(current)) current = getOwn(current, step);
    else return undefined;
  }
  return current;
}
