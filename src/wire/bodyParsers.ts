import { isJsonObject, isJsonValue, type JsonObject } from '../domain/json.js';
import type { ProblemField } from '../domain/problem.js';
import { toPointer } from '../domain/pointer.js';

/** The outcome of reading a request's body; `field` is the first thing that is wrong. */
export type ParsedBody<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly field: ProblemField };

type Path = readonly (string | number)[];

/** Refuses anything but an object whose members are all among `names`; not all need to be there. */
export function parseMembers(
  value: unknown,
  names: readonly string[],
  at: Path = [],
): ParsedBody<JsonObject> {
  if (!isJsonObject(value)) return refuseBody(at, 'Must be an object.');
  const extra = Object.keys(value).find((name) => !names.includes(name));
  return extra === undefined ? { ok: true, value } : refuseBody([...at, extra], 'Unknown member.');
}

/** Reads a map whose names are not ours, such as variables; foreign names are kept. */
export function parseJsonObject(value: unknown, at: Path): ParsedBody<JsonObject> {
  if (!isJsonObject(value)) return refuseBody(at, 'Must be an object.');
  if (!isJsonValue(value)) return refuseBody(at, 'Nests too deep.');
  return { ok: true, value };
}

export function refuseBody(at: Path, message: string): ParsedBody<never> {
  return { ok: false, field: { path: toPointer(at), message } };
}
