import { isJsonObject, isJsonValue, type JsonObject } from '../domain/json.js';
import type { ProblemField } from '../domain/problem.js';
import { toPointer } from '../domain/pointer.js';

/** The result of parsing a request's body; `field` is the first error. */
export type ParsedBody<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly field: ProblemField };

type Path = readonly (string | number)[];

/** Accepts only an object whose members are all among `names`; each is optional. */
export function parseMembers(
  value: unknown,
  names: readonly string[],
  at: Path = [],
): ParsedBody<JsonObject> {
  if (!isJsonObject(value)) return refuseBody(at, 'Must be an object.');
  const extra = Object.keys(value).find((name) => !names.includes(name));
  return extra === undefined ? { ok: true, value } : refuseBody([...at, extra], 'Unknown member.');
}

/** Parses a map with arbitrary names, such as variables; keeps every name. */
export function parseJsonObject(value: unknown, at: Path): ParsedBody<JsonObject> {
  if (!isJsonObject(value)) return refuseBody(at, 'Must be an object.');
  if (!isJsonValue(value)) return refuseBody(at, 'Nests too deep.');
  return { ok: true, value };
}

export function refuseBody(at: Path, message: string): ParsedBody<never> {
  return { ok: false, field: { path: toPointer(at), message } };
}
