import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { isPlatformId } from '../ids.js';

/** Returns a member that is an object; `{}` if it is anything else. */
export function objectAt(value: JsonObject, name: string): JsonObject {
  const member = getOwn(value, name);
  return isJsonObject(member) ? member : {};
}

/** Returns the objects of a member that is a list; skips other items. */
export function objectsAt(value: JsonObject, name: string): readonly JsonObject[] {
  const member = getOwn(value, name);
  return isList(member) ? member.filter(isJsonObject) : [];
}

/** A member that is a text with something in it. */
export function textAt(value: JsonObject, name: string): string | undefined {
  const member = getOwn(value, name);
  return typeof member === 'string' && member !== '' ? member : undefined;
}

/** A member that is an id of the platform; `undefined` for the zero ULID and for any other text. */
export function idAt(value: JsonObject, name: string): string | undefined {
  const text = textAt(value, name);
  return text !== undefined && isPlatformId(text) ? text : undefined;
}

/** How Go writes a time that was never set. */
const zeroTime = Date.parse('0001-01-01T00:00:00Z');

/** A point in time as RFC 3339 in UTC; `undefined` for the zero time and for any other text. */
export function timeAt(value: JsonObject, name: string): string | undefined {
  const text = textAt(value, name);
  if (text === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time) || time === zeroTime) return undefined;
  return text.endsWith('Z') ? text : new Date(time).toISOString();
}

/** A list's texts, each once, in their order. */
export function unique(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined))];
}

/** `Array.isArray` without its `any`. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
