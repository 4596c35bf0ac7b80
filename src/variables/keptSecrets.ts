import { isJsonArray, isJsonObject, isSameJson, type JsonValue } from '../domain/json.js';
import { getAt, parsePointer } from '../domain/pointer.js';

/**
 * Of the places of stored secrets those that a form left alone and the backend can keep: a row that
 * is changed, has moved or looks like another needs its secrets again. `isLeft` is asked where there
 * is a value nevertheless, such as a switch that nobody touched.
 */
export function listKeptSecrets(
  stored: JsonValue | undefined,
  values: JsonValue | undefined,
  secretsSet: readonly string[],
  isLeft: (pointer: string) => boolean,
): readonly string[] {
  const left = secretsSet.filter((pointer) => {
    const value = getAt(values, toPath(pointer));
    return value === undefined || (value !== null && isLeft(pointer));
  });
  const visible = fillSecrets(values, left);
  return left.filter((pointer) => isSameRow(stored, visible, toPath(pointer)));
}

/** The values with something at these places, where what is around them is there; or with nothing. */
export function fillSecrets(
  values: JsonValue | undefined,
  pointers: readonly string[],
  filler?: JsonValue,
): JsonValue | undefined {
  const copy = structuredClone(values);
  for (const pointer of pointers) {
    const path = toPath(pointer);
    const name = path.pop() ?? '';
    const around = getAt(copy, path);
    if (!isJsonObject(around)) continue;
    if (filler === undefined) Reflect.deleteProperty(around, name);
    else if (!Object.hasOwn(around, name)) Reflect.set(around, name, filler);
  }
  return copy;
}

/** Whether the first row on the way to a place is as it is stored; true where there is none. */
function isSameRow(
  stored: JsonValue | undefined,
  now: JsonValue | undefined,
  [step = '', ...rest]: readonly string[],
): boolean {
  const old = getAt(stored, [step]);
  const row = getAt(now, [step]);
  if (!isJsonArray(now)) return row === undefined || isSameRow(old, row, rest);
  if (!isJsonArray(stored) || row === undefined || old === undefined) return false;
  const isAlone = stored.filter((each) => isSameJson(each, row)).length === 1;
  return isSameJson(stored, now) || (isAlone && isSameJson(old, row));
}

function toPath(pointer: string): string[] {
  return parsePointer(pointer) ?? [];
}
