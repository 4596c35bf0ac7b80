import { isJsonObject, isJsonValue, type JsonValue } from '../domain/json.js';

/** Values nest as deep as schemas do; the limit only keeps the stack whole. */
const MAX_DEPTH = 500;

/**
 * The value as it would be sent: members that are `undefined` are left out of objects. `undefined`
 * for what is no JSON at all.
 */
export function toJson(value: unknown): JsonValue | undefined {
  if (isJsonValue(value, MAX_DEPTH)) return value;
  const copy = withoutUndefined(value, MAX_DEPTH);
  return isJsonValue(copy, MAX_DEPTH) ? copy : undefined;
}

/** The value that a JSON text stands for; `undefined` where it is none, or nests too deep. */
export function parseJson(text: string): JsonValue | undefined {
  try {
    return toJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function withoutUndefined(value: unknown, depth: number): unknown {
  if (depth <= 0) return undefined;
  if (Array.isArray(value)) return value.map((item) => withoutUndefined(item, depth - 1));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(
    ([, member]: [string, unknown]) => member !== undefined,
  );
  return Object.fromEntries(
    entries.map(([name, member]) => [name, withoutUndefined(member, depth - 1)]),
  );
}
