import * as v from 'valibot';
import { toPointer } from '../domain/pointer.js';

/** The result of parsing an answer; `at` is the JSON Pointer of the first error. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly at: string; readonly reason: string };

/** Parses an answer; drops members that the shape does not name. */
export function parseShape<T>(shape: v.GenericSchema<unknown, T>, body: unknown): Parsed<T> {
  const result = v.safeParse(shape, body, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  const path = (issue.path ?? []).map((item) => String(item.key));
  return { ok: false, at: toPointer(path), reason: issue.message };
}
