import { isJsonArray, isJsonObject, type JsonValue } from '../domain/json.js';
import { isNumber, isText } from './jsonKind.js';

const HOLDS_ONE =
  /^(?:(?:additional|unevaluated)(?:Items|Properties)|items|contains|propertyNames|not|if|then|else)$/;
const HOLDS_LIST = /^(?:prefixItems|items|allOf|anyOf|oneOf)$/;
const HOLDS_MAP = /^(?:properties|patternProperties|dependentSchemas|\$defs|definitions)$/;

/** These apply to the same value as the schema that they stand in. */
const IN_PLACE = /^(?:\$ref|allOf|anyOf|oneOf|not|if|then|else|dependentSchemas)$/;

const TYPES = /^(?:string|number|integer|boolean|object|array|null)$/;

const SHAPES: readonly (readonly [names: RegExp, holds: (value: JsonValue) => boolean])[] = [
  [/^m(?:in|ax)(?:Length|Items|Properties|Contains)$/, isCount],
  [/^(?:exclusiveM|m)(?:in|ax)imum$/, isNumber],
  [/^multipleOf$/, (value) => isNumber(value) && value > 0],
  [/^(?:pattern|format|\$ref)$/, isText],
  [/^required$/, isNames],
  [/^type$/, (value) => (isJsonArray(value) ? value : [value]).every(isType)],
  [/^enum$/, isJsonArray],
  [/^uniqueItems$/, (value) => typeof value === 'boolean'],
  [/^dependentRequired$/, (value) => isJsonObject(value) && Object.values(value).every(isNames)],
];

/** Whether a reference replaces what stands beside it: drafts 4 to 7. */
export function isBefore2019(draft: string): boolean {
  return /^[47]$/.test(draft);
}

/** Whether the keyword's schemas judge the same value; a cycle of such schemas would never end. */
export function isInPlace(keyword: string): boolean {
  return IN_PLACE.test(keyword);
}

/** Whether this value of a keyword is one schema, or holds many: in a list, or one for each name. */
export function getHolder(keyword: string, value: JsonValue): 'one' | 'many' | undefined {
  if (isJsonArray(value)) return HOLDS_LIST.test(keyword) ? 'many' : undefined;
  if (HOLDS_ONE.test(keyword)) return 'one';
  return HOLDS_MAP.test(keyword) && isJsonObject(value) ? 'many' : undefined;
}

/** Whether the value is one that the specification allows for the keyword; unknown keywords take any. */
export function isWellFormed(keyword: string, value: JsonValue, draft: string): boolean {
  if (draft === '4' && keyword.startsWith('exclusive')) return typeof value === 'boolean';
  if (HOLDS_ONE.test(keyword) || HOLDS_LIST.test(keyword) || HOLDS_MAP.test(keyword)) {
    return getHolder(keyword, value) !== undefined;
  }
  return SHAPES.every(([names, holds]) => !names.test(keyword) || holds(value));
}

function isCount(value: JsonValue): boolean {
  return isNumber(value) && value >= 0 && Number.isInteger(value);
}

function isNames(value: JsonValue): boolean {
  return isJsonArray(value) && value.every(isText);
}

function isType(value: JsonValue): boolean {
  return isText(value) && TYPES.test(value);
}

/** Whether a schema refuses everything: `false`, or what documents here write in its place. */
export function isFalseSchema(schema: JsonValue | undefined): boolean {
  if (!isJsonObject(schema)) return schema === false;
  const { not } = schema;
  return isJsonObject(not) && Object.keys(schema).length === 1 && Object.keys(not).length === 0;
}
