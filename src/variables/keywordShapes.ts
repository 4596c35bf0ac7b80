import { isJsonObject, type JsonValue } from '../domain/json.js';

/** How a keyword holds schemas: one, a list of them, or one for each name. */
export type SchemaHolder = 'one' | 'list' | 'map';

const HOLDERS: Readonly<Record<string, readonly SchemaHolder[]>> = {
  additionalItems: ['one'],
  unevaluatedItems: ['one'],
  items: ['one', 'list'],
  contains: ['one'],
  additionalProperties: ['one'],
  unevaluatedProperties: ['one'],
  propertyNames: ['one'],
  not: ['one'],
  if: ['one'],
  then: ['one'],
  else: ['one'],
  prefixItems: ['list'],
  allOf: ['list'],
  anyOf: ['list'],
  oneOf: ['list'],
  properties: ['map'],
  patternProperties: ['map'],
  dependentSchemas: ['map'],
  $defs: ['map'],
  definitions: ['map'],
};

/** These apply to the same value as the schema that they stand in. */
const IN_PLACE = /^(?:\$ref|allOf|anyOf|oneOf|not|if|then|else|dependentSchemas)$/;

const TYPES = /^(?:string|number|integer|boolean|object|array|null)$/;

const SHAPES: readonly (readonly [names: string, holds: (value: JsonValue) => boolean])[] = [
  [
    'minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains',
    isCount,
  ],
  ['minimum maximum', (value) => typeof value === 'number'],
  ['exclusiveMinimum exclusiveMaximum', (value) => typeof value === 'number'],
  ['multipleOf', (value) => typeof value === 'number' && value > 0],
  ['pattern format $ref', (value) => typeof value === 'string'],
  ['required', isNames],
  ['type', (value) => (Array.isArray(value) ? value : [value]).every(isType)],
  ['enum', Array.isArray],
  ['uniqueItems', (value) => typeof value === 'boolean'],
  ['dependentRequired', (value) => isJsonObject(value) && Object.values(value).every(isNames)],
];

const SHAPE_OF: ReadonlyMap<string, (value: JsonValue) => boolean> = new Map(
  SHAPES.flatMap(([names, holds]) => names.split(' ').map((name) => [name, holds] as const)),
);

/** Whether the keyword's schemas judge the same value; a cycle of such schemas would never end. */
export function isInPlace(keyword: string): boolean {
  return IN_PLACE.test(keyword);
}

/** How this value of a keyword holds schemas; `undefined`: it holds none. */
export function getHolder(keyword: string, value: JsonValue): SchemaHolder | undefined {
  const holders = Object.hasOwn(HOLDERS, keyword) ? HOLDERS[keyword] : undefined;
  if (holders === undefined) return undefined;
  return holders.find((holder) => (holder === 'list') === Array.isArray(value));
}

/** Whether the value is one that the specification allows for the keyword; unknown keywords take any. */
export function isWellFormed(keyword: string, value: JsonValue, draft: string): boolean {
  if (draft === '4' && keyword.startsWith('exclusive')) return typeof value === 'boolean';
  if (Object.hasOwn(HOLDERS, keyword)) {
    const holder = getHolder(keyword, value);
    return holder === 'map' ? isJsonObject(value) : holder !== undefined;
  }
  return SHAPE_OF.get(keyword)?.(value) ?? true;
}

function isCount(value: JsonValue): boolean {
  return typeof value === 'number' && value >= 0 && Number.isInteger(value);
}

function isNames(value: JsonValue): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function isType(value: JsonValue): boolean {
  return typeof value === 'string' && TYPES.test(value);
}

/** Whether a schema refuses everything in the way that documents here write `false`. */
export function isNothing(schema: JsonValue): boolean {
  if (!isJsonObject(schema) || Object.keys(schema).length !== 1) return false;
  const not = schema['not'];
  return isJsonObject(not) && Object.keys(not).length === 0;
}
