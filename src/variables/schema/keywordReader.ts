import {
  getOwn,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../domain/json.js';
import type { SchemaType } from './schemaNode.js';

/**
 * Reads the keywords of one schema by their type; `undefined` where a keyword is absent, or has a value
 * that the specification forbids, which is reported.
 */
export interface KeywordReader {
  value(keyword: string): JsonValue | undefined;
  text(keyword: string): string | undefined;
  number(keyword: string): number | undefined;
  positiveNumber(keyword: string): number | undefined;
  count(keyword: string): number | undefined;
  flag(keyword: string): boolean | undefined;
  list(keyword: string): readonly JsonValue[] | undefined;
  names(keyword: string): readonly string[] | undefined;
  types(keyword: string): readonly SchemaType[] | undefined;
  map(keyword: string): JsonObject | undefined;
}

export function createKeywordReader(
  source: JsonObject,
  report: (keyword: string) => void,
): KeywordReader {
  function read<T extends JsonValue>(
    keyword: string,
    isAllowed: (value: JsonValue) => value is T,
  ): T | undefined {
    const value = getOwn(source, keyword);
    if (value === undefined || isAllowed(value)) return value;
    report(keyword);
    return undefined;
  }

  return {
    value: (keyword) => getOwn(source, keyword),
    text: (keyword) => read(keyword, isText),
    number: (keyword) => read(keyword, isNumber),
    positiveNumber: (keyword) => read(keyword, isPositive),
    count: (keyword) => read(keyword, isCount),
    flag: (keyword) => read(keyword, isFlag),
    list: (keyword) => read(keyword, isJsonArray),
    names: (keyword) => read(keyword, isNames),
    types(keyword) {
      const value = getOwn(source, keyword);
      const types = isJsonArray(value) ? value : value === undefined ? [] : [value];
      if (!types.every(isType)) report(keyword);
      return value === undefined ? undefined : types.filter(isType);
    },
    map: (keyword) => read(keyword, isJsonObject),
  };
}

/** Reads nothing: of a schema whose keywords do not count. */
export const emptyKeywordReader: KeywordReader = createKeywordReader({}, () => undefined);

const TYPES: ReadonlySet<JsonValue> = new Set<SchemaType>([
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'null',
]);

function isType(value: JsonValue): value is SchemaType {
  return TYPES.has(value);
}

function isText(value: JsonValue): value is string {
  return typeof value === 'string';
}

function isNumber(value: JsonValue): value is number {
  return typeof value === 'number';
}

function isPositive(value: JsonValue): value is number {
  return isNumber(value) && value > 0;
}

function isCount(value: JsonValue): value is number {
  return Number.isInteger(value) && isNumber(value) && value >= 0;
}

function isFlag(value: JsonValue): value is boolean {
  return typeof value === 'boolean';
}

/** Whether a value is a list of texts, such as the names of `required`. */
export function isNames(value: JsonValue): value is readonly string[] {
  return isJsonArray(value) && value.every(isText);
}
