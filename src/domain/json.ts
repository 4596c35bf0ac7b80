export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** A JSON Schema of any draft: an object of keywords, or `true` (anything) or `false` (nothing). */
export type JsonSchema = JsonObject | boolean;

/** True for `{…}` and for objects without a prototype; false for arrays, `null` and class instances. */
export function isJsonObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Like `Array.isArray`, which makes `any` of the items of a read-only array. */
export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/**
 * The value of an own property. `value['__proto__']` and `value['constructor']` of a plain object
 * answer with what they inherit; names here come from schemas and users, so this never does.
 */
export function getOwn(value: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Like `Object.fromEntries`, which defines own properties and so keeps `__proto__` harmless. */
export function fromEntries(entries: Iterable<readonly [string, JsonValue]>): JsonObject {
  return Object.fromEntries(entries);
}

/** Maximum nesting depth of a JSON value that this library accepts. */
const MAX_JSON_DEPTH = 64;

/**
 * Whether a value is JSON through and through: no `undefined`, no functions, no `NaN`, no class
 * instances, nothing nested deeper than `maxDepth`. Foreign names such as `__proto__` are kept.
 */
export function isJsonValue(value: unknown, maxDepth: number = MAX_JSON_DEPTH): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (maxDepth <= 0) return false;
  if (Array.isArray(value)) return value.every((item) => isJsonValue(item, maxDepth - 1));
  if (!isJsonObject(value)) return false;
  return Object.values(value).every((item) => isJsonValue(item, maxDepth - 1));
}

/** Serialises with sorted members: equal values give equal text. */
export function toCanonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${toCanonicalJson(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** Whether two JSON values are equal, ignoring the order of members. */
export function isSameJson(a: JsonValue, b: JsonValue): boolean {
  return a === b || toCanonicalJson(a) === toCanonicalJson(b);
}
