import { cutText } from '../domain/cutText.js';
import { isJsonArray, type JsonValue } from '../domain/json.js';
import { parsePointer } from '../domain/pointer.js';
import { countCharacters } from './evaluate/evaluateText.js';
import type { SchemaError } from './evaluate/evaluation.js';
import { humanizeName } from './humanizeName.js';
import { isText } from './jsonKind.js';
import { findKeyword } from './schemaParts.js';

/** What a message about an error can speak of, such as `limit` and `length`. */
export type ErrorParameters = Readonly<Record<string, string | number>>;

/** Longer than what anybody reads of a message. */
const LONGEST_TEXT = 1000;

/** Taken from the schema and from the value at the error's place. */
export function getErrorParameters(
  error: SchemaError,
  value: JsonValue | undefined,
): ErrorParameters {
  const { keyword, argument, matches, isTooLong, problem } = error;
  const missing = listMissing(error);
  if (problem !== undefined) return { ...problem };
  if (keyword === 'required' || keyword === 'dependentRequired') return describeMissing(error);
  // The value is that of the member; what is wrong is its name.
  if (keyword === 'propertyNames') return {};
  return {
    ...toArgument(argument),
    ...toSize(value),
    ...(isTooLong && { tooLong: 1 }),
    ...(matches !== undefined && { matches }),
    ...(missing.length > 0 && { missing: cutText(missing.join(', '), LONGEST_TEXT) }),
  };
}

/**
 * The names that each branch of a choice misses, where nothing else is wrong with any: one of these has
 * to be filled in. Empty otherwise.
 */
function listMissing({ node, path, branches = [] }: SchemaError): readonly string[] {
  const isMissing = (error: SchemaError): boolean =>
    error.keyword === 'required' && !error.path.slice(path.length + 1).includes('/');
  if (!branches.every((errors) => errors.length > 0 && errors.every(isMissing))) return [];
  const toTitle = ({ path: missing }: SchemaError): string =>
    describeMissing({ node, path: missing }).name;
  return branches.map((errors) => errors.map(toTitle).join(' + '));
}

/** The title of a missing property; `expected` is `choice` where its value is not typed. */
function describeMissing({ node, path }: Pick<SchemaError, 'node' | 'path'>): {
  readonly name: string;
  readonly expected: 'choice' | 'value';
} {
  const name = parsePointer(path)?.at(-1) ?? '';
  const property = node.object?.properties?.get(name);
  const title = property && findKeyword([property], 'title', isText);
  const isChosen = (property?.enum ?? property?.oneOf ?? property?.anyOf) !== undefined;
  return { name: title ?? humanizeName(name), expected: isChosen ? 'choice' : 'value' };
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
