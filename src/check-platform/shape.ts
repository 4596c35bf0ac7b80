import { getOwn, isJsonObject, type JsonObject } from '../domain/json.js';
import { appendStep } from '../domain/pointer.js';
import { isPlatformId } from '../server/ids.js';

/** A place of an answer that is not as the handler relies on. Nothing of it is a value of the answer. */
export interface ShapeDifference {
  /** JSON Pointer into the answer. */
  readonly pointer: string;
  readonly expected: string;
  readonly seen: string;
}

/** Holds a value, absent where `undefined`, against what is relied on. */
export type Shape = (value: unknown, pointer: string) => readonly ShapeDifference[];

const zeroUlid = '0'.repeat(26);

function expecting(expected: string, isMet: (value: unknown) => boolean): Shape {
  return (value, pointer) =>
    isMet(value) ? [] : [{ pointer, expected, seen: describeKind(value) }];
}

export const text: Shape = expecting(
  'a text',
  (value) => typeof value === 'string' && value !== '',
);

/** May be empty, which the platform writes for an absent one. */
export const anyText: Shape = expecting('a text', (value) => typeof value === 'string');
export const boolean: Shape = expecting('true or false', (value) => typeof value === 'boolean');
export const count: Shape = expecting('a whole number', Number.isSafeInteger);
export const anyObject: Shape = expecting('an object', isJsonObject);
export const anyList: Shape = expecting('a list', Array.isArray);
export const id: Shape = expecting('a ULID', isId);

/** The zero ULID stands for an absent one. */
export const optionalId: Shape = expecting(
  'a ULID, the zero ULID or nothing',
  (value) => value === undefined || value === zeroUlid || isId(value),
);

export const time: Shape = expecting(
  'a time as in RFC 3339',
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) &&
    !Number.isNaN(Date.parse(value)),
);

function isId(value: unknown): boolean {
  return typeof value === 'string' && isPlatformId(value);
}

/** One of some words of the platform: the only values that are ever shown. */
export function word(...words: readonly string[]): Shape {
  return (value, pointer) => {
    if (typeof value === 'string' && words.includes(value)) return [];
    const isWord = typeof value === 'string' && /^[a-z]{2,12}(-[a-z]{2,8})?$/.test(value);
    const seen = isWord ? `"${value}"` : describeKind(value);
    return [{ pointer, expected: words.join(' or '), seen }];
  };
}

/** What was asked for: another one is somebody else's. */
export function same(expected: string, asked: string): Shape {
  return (value, pointer) => {
    if (value === asked) return [];
    const seen = typeof value === 'string' ? 'another' : describeKind(value);
    return [{ pointer, expected, seen }];
  };
}

export function optional(shape: Shape): Shape {
  return (value, pointer) => (value === undefined || value === null ? [] : shape(value, pointer));
}

export function object(members: Readonly<Record<string, Shape>>, further?: Shape): Shape {
  return (value, pointer) => {
    if (!isJsonObject(value)) return anyObject(value, pointer);
    const differences = Object.entries(members).flatMap(([name, shape]) =>
      shape(getOwn(value, name), appendStep(pointer, name)),
    );
    return [...differences, ...(further?.(value, pointer) ?? [])];
  };
}

/** A shape that depends on the other members of its object. */
export function dependent(choose: (value: JsonObject) => Shape | null): Shape {
  return (value, pointer) => (isJsonObject(value) ? choose(value) : null)?.(value, pointer) ?? [];
}

export function list(item: Shape): Shape {
  return (value, pointer) => {
    if (!Array.isArray(value)) return anyList(value, pointer);
    const items: readonly unknown[] = value;
    return items.flatMap((each, index) => item(each, appendStep(pointer, index)));
  };
}

/** Names the kind of a value, and nothing of the value. */
export function describeKind(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (value === '') return 'an empty text';
  if (value === zeroUlid) return 'the zero ULID';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return 'a text';
    case 'number':
      return 'a number';
    case 'boolean':
      return String(value);
    default:
      return 'an object';
  }
}
