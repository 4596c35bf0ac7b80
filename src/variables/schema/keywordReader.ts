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
export class KeywordReader {
  readonly #source: JsonObject;
  readonly #report: (keyword: string) => void;

  constructor(source: JsonObject, report: (keyword: string) => void) {
    this.#source = source;
    this.#report = report;
  }

  value(keyword: string): JsonValue | undefined {
    return getOwn(this.#source, keyword);
  }

  text(keyword: string): string | undefined {
    return this.#read(keyword, isText);
  }

  number(keyword: string): number | undefined {
    return this.#read(keyword, isNumber);
  }

  positiveNumber(keyword: string): number | undefined {
    return this.#read(keyword, isPositive);
  }

  count(keyword: string): number | undefined {
    return this.#read(keyword, isCount);
  }

  flag(keyword: string): boolean | undefined {
    return this.#read(keyword, isFlag);
  }

  list(keyword: string): readonly JsonValue[] | undefined {
    return this.#read(keyword, isJsonArray);
  }

  names(keyword: string): readonly string[] | undefined {
    return this.#read(keyword, isNames);
  }

  map(keyword: string): JsonObject | undefined {
    return this.#read(keyword, isJsonObject);
  }

  types(keyword: string): readonly SchemaType[] | undefined {
    const value = this.value(keyword);
    if (value === undefined) return undefined;
    const types = isJsonArray(value) ? value : [value];
    if (!types.every(isType)) this.#report(keyword);
    return types.filter(isType);
  }

  #read<T extends JsonValue>(
    keyword: string,
    isAllowed: (value: JsonValue) => value is T,
  ): T | undefined {
    const value = this.value(keyword);
    if (value === undefined || isAllowed(value)) return value;
    this.#report(keyword);
    return undefined;
  }
}

/** Reads nothing: of a schema whose keywords do not count. */
export const emptyKeywordReader: KeywordReader = new KeywordReader({}, () => undefined);

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
