import { getOwn, isJsonArray, isJsonObject, type JsonValue } from '../../domain/json.js';

/** Whether everything of one value is in the other, which may have more members at any depth. */
export function isContained(part: JsonValue, whole: JsonValue): boolean {
  if (isJsonArray(part)) {
    if (!isJsonArray(whole) || whole.length !== part.length) return false;
    return part.every((item, index) => isContained(item, whole[index] ?? null));
  }
  if (!isJsonObject(part)) return part === whole;
  if (!isJsonObject(whole)) return false;
  return Object.entries(part).every(([name, value]) => {
    const other = getOwn(whole, name);
    return other !== undefined && isContained(value, other);
  });
}
