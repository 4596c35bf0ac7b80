import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import type { TestedKeyword } from './liveTests.js';

/** What a message about an error can speak of, such as `limit` and `length`. */
export type ErrorParameters = Readonly<Record<string, string | number>>;

/** Keywords whose own value a message can name. */
const NAMED = /^(?:type|const|enum|pattern|format|multipleOf|(?:m|exclusiveM)(?:in|ax)\w+)$/;

/** Taken from the schema and the value; nothing comes out of a message of the library. */
export function getErrorParameters(
  keyword: string,
  owner: JsonObject,
  value: JsonValue | undefined,
  test?: TestedKeyword,
): ErrorParameters {
  const argument = test?.argument ?? getOwn(owner, keyword);
  const tooLong = test !== undefined && typeof value === 'string' && test.isTooLong(value);
  return {
    ...(NAMED.test(keyword) && toArgument(argument)),
    ...toSize(value),
    ...(tooLong && { tooLong: 1 }),
  };
}

function toArgument(argument: JsonValue | undefined): ErrorParameters {
  if (typeof argument === 'number') return { limit: argument, count: argument };
  if (argument === undefined) return {};
  const texts = (Array.isArray(argument) ? argument : [argument]).slice(0, 10).map(toText);
  return { expected: texts.join(', ') };
}

function toText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Characters are code points, as the specification counts them. */
function toSize(value: JsonValue | undefined): ErrorParameters {
  if (typeof value === 'string') return { length: [...value].length };
  if (Array.isArray(value)) return { length: value.length };
  return isJsonObject(value) ? { length: Object.keys(value).length } : {};
}
