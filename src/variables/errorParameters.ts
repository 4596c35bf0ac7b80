import { cutText } from '../domain/cutText.js';
import { isJsonArray, type JsonValue } from '../domain/json.js';
import { countCharacters } from './evaluate/evaluateText.js';
import type { SchemaError } from './evaluate/evaluation.js';

/** What a message about an error can speak of, such as `limit` and `length`. */
export type ErrorParameters = Readonly<Record<string, string | number>>;

/** Longer than what anybody reads of a message. */
const LONGEST_TEXT = 1000;

/** Taken from the schema and from the value at the error's place. */
export function getErrorParameters(
  { keyword, argument, matches, isTooLong, problem }: SchemaError,
  value: JsonValue | undefined,
): ErrorParameters {
  if (problem !== undefined) return { ...problem };
  // The value is that of the member; what is wrong is its name.
  if (keyword === 'propertyNames') return {};
  return {
    ...toArgument(argument),
    ...toSize(value),
    ...(isTooLong && { tooLong: 1 }),
    ...(matches !== undefined && { matches }),
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

function toSize(value: JsonValue | undefined): ErrorParameters {
  if (typeof value === 'string') return { length: countCharacters(value) };
  return typeof value === 'object' && value !== null ? { length: Object.keys(value).length } : {};
}
