import { cutText } from '../domain/cutText.js';
import { getOwn, isJsonArray, type JsonObject, type JsonValue } from '../domain/json.js';

import type { TestedKeyword } from './testedKeyword.js';

/** What a message about an error can speak of, such as `limit` and `length`. */
export type ErrorParameters = Readonly<Record<string, string | number>>;

/** Longer than what anybody reads of a message. */
const LONGEST_TEXT = 1000;

/** Keywords whose own value a message can name. */
const NAMED = /^(?:type|const|enum|pattern|format|multipleOf|(?:m|exclusiveM)(?:in|ax)\w+)$/;

/** Taken from the schema and the value; nothing comes out of a message of the library. */
export function getErrorParameters(
  keyword: string,
  owner: JsonObject,
  value: JsonValue | undefined,
  test?: TestedKeyword,
): ErrorParameters {
  const isTooLong = test && typeof value === 'string' && test.test(value) === 'tooLong';
  return {
    ...(NAMED.test(keyword) && toArgument(test?.argument ?? getOwn(owner, keyword))),
    ...toSize(value),
    ...(isTooLong && { tooLong: 1 }),
  };
}

function toArgument(argument: JsonValue | undefined): ErrorParameters {
  if (typeof argument === 'number') return { limit: argument, count: argument };
  if (argument === undefined) return {};
  const texts = (isJsonArray(argument) ? argument : [argument]).slice(0, 10).map(toText);
  return { expected: cutText(texts.join(', '), LONGEST_TEXT) };
}

/** A value as it is shown: texts as they are, all others as JSON. */
export function toText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Two UTF-16 units that are one character. */
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Characters are code points, as the specification counts them. */
function toSize(value: JsonValue | undefined): ErrorParameters {
  if (typeof value === 'string') return { length: value.length - (value.match(PAIR)?.length ?? 0) };
  return typeof value === 'object' && value !== null ? { length: Object.keys(value).length } : {};
}
