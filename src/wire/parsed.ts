import * as v from 'valibot';
import { toPointer } from '../domain/pointer.js';

/** The outcome of reading an answer; `at` is the JSON Pointer of the first thing that is wrong. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly at: string; readonly reason: string };

/** Reads an answer; members that the shape does not name are dropped. */
export function parseShape<T>(shape: v.GenericSchema<unknown, T>, body: unknown): Parsed<T> {
  const result = v.safeParse(shape, body, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  const path = (issue.path ?? []).map((item) => String(item.key));
  return { ok: false, at: toPointer(path), reason: issue.message };
}
