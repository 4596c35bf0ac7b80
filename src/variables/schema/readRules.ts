import { isJsonArray, type JsonValue } from '../../domain/json.js';
import { undecidedPattern, type Pattern } from '../pattern/compilePattern.js';
import { isNames, type KeywordReader } from './keywordReader.js';
import type {
  ArrayRules,
  NamedPattern,
  NumberRules,
  ObjectRules,
  PatternProperty,
  SchemaNode,
  StringRules,
} from './schemaNode.js';
import type { SchemaProblemReason } from './schemaProblem.js';

/** What the rules of a schema are read with. */
export interface RuleSource {
  /** Keywords that hold schemas. */
  readonly applicators: KeywordReader;
  /** Keywords that assert something themselves. */
  readonly assertions: KeywordReader;
  readonly report: (reason: SchemaProblemReason, keyword: string, detail: string) => void;
  readonly readSchema: (source: JsonValue, ...steps: string[]) => SchemaNode;
  /** `null`: it is no regular expression. */
  readonly readPattern: (source: string) => Pattern | null;
}

type Group = 'branches' | 'string' | 'number' | 'array' | 'object';

const GROUPS: readonly (readonly [group: Group, keywords: string])[] = [
  ['branches', 'allOf anyOf oneOf not if then else'],
  ['string', 'minLength maxLength pattern format'],
  ['number', 'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf'],
  ['array', 'items prefixItems additionalItems minItems maxItems uniqueItems'],
  ['array', 'contains minContains maxContains unevaluatedItems'],
  ['object', 'properties patternProperties additionalProperties unevaluatedProperties'],
  ['object', 'propertyNames required minProperties maxProperties'],
  ['object', 'dependencies dependentRequired dependentSchemas'],
];

/** The type that a keyword says something of; `branches`: it holds schemas for the same value. */
export const KEYWORD_GROUPS: ReadonlyMap<string, Group> = new Map(
  GROUPS.flatMap(([group, keywords]) => keywords.split(' ').map((keyword) => [keyword, group])),
);

export function readStringRules(rules: RuleSource): StringRules | undefined {
  const { assertions } = rules;
  const pattern = assertions.text('pattern');
  return toGroup({
    minLength: assertions.count('minLength'),
    maxLength: assertions.count('maxLength'),
    pattern: pattern === undefined ? undefined : readNamedPattern(rules, 'pattern', pattern),
    format: assertions.text('format'),
  });
}

/** What is no regular expression decides nothing, which is reported. */
function readNamedPattern(
  { readPattern, report }: RuleSource,
  keyword: string,
  source: string,
): NamedPattern {
  const pattern = readPattern(source);
  if (pattern === null) report('pattern', keyword, source);
  return { source, pattern: pattern ?? undecidedPattern };
}

export function readNumberRules({ assertions }: RuleSource): NumberRules | undefined {
  const lowest = readBound(assertions, 'minimum', 'exclusiveMinimum');
  const highest = readBound(assertions, 'maximum', 'exclusiveMaximum');
  return toGroup({
    minimum: lowest.inclusive,
    maximum: highest.inclusive,
    exclusiveMinimum: lowest.exclusive,
    exclusiveMaximum: highest.exclusive,
    multipleOf: assertions.positiveNumber('multipleOf'),
  });
}

interface Bound {
  readonly inclusive: number | undefined;
  readonly exclusive: number | undefined;
}

/** In draft 4 a flag says whether the other keyword's bound is exclusive. */
function readBound(keywords: KeywordReader, inclusive: string, exclusive: string): Bound {
  const bound = keywords.number(inclusive);
  const other = keywords.value(exclusive);
  if (typeof other !== 'boolean') {
    return { inclusive: bound, exclusive: keywords.number(exclusive) };
  }
  return other
    ? { inclusive: undefined, exclusive: bound }
    : { inclusive: bound, exclusive: undefined };
}

export function readArrayRules(source: RuleSource): ArrayRules | undefined {
  const { applicators, assertions } = source;
  const prefixItems = readSchemas(source, 'prefixItems');
  const isListed = prefixItems === undefined && isJsonArray(applicators.value('items'));
  const rules = toGroup({
    minItems: assertions.count('minItems'),
    maxItems: assertions.count('maxItems'),
    uniqueItems: assertions.flag('uniqueItems') === true ? true : undefined,
    prefixItems: isListed ? readSchemas(source, 'items') : prefixItems,
    items: readOne(source, isListed ? 'additionalItems' : 'items'),
    contains: readOne(source, 'contains'),
    minContains: assertions.count('minContains'),
    maxContains: assertions.count('maxContains'),
    unevaluatedItems: readOne(source, 'unevaluatedItems'),
  });
  return rules && { ...rules, itemsKeyword: isListed ? 'additionalItems' : 'items' };
}

export function readObjectRules(source: RuleSource): ObjectRules | undefined {
  const { assertions } = source;
  return toGroup({
    minProperties: assertions.count('minProperties'),
    maxProperties: assertions.count('maxProperties'),
    required: assertions.names('required'),
    properties: readSchemaMap(source, 'properties'),
    patternProperties: readPatternProperties(source),
    additionalProperties: readOne(source, 'additionalProperties'),
    propertyNames: readOne(source, 'propertyNames'),
    dependentRequired: readDependentRequired(source),
    dependentSchemas: readDependentSchemas(source),
    unevaluatedProperties: readOne(source, 'unevaluatedProperties'),
  });
}

function readPatternProperties(source: RuleSource): readonly PatternProperty[] | undefined {
  const schemas = readSchemaMap(source, 'patternProperties');
  return (
    schemas &&
    [...schemas].map(([text, schema]) => ({
      ...readNamedPattern(source, 'patternProperties', text),
      schema,
    }))
  );
}

/** Until 2019 `dependencies` was both `dependentRequired` and `dependentSchemas`. */
function readDependentRequired({
  applicators,
  assertions,
  report,
}: RuleSource): ReadonlyMap<string, readonly string[]> | undefined {
  const required = assertions.map('dependentRequired');
  const older = Object.entries(applicators.map('dependencies') ?? {}).filter(([, value]) =>
    isJsonArray(value),
  );
  if (required === undefined && older.length === 0) return undefined;
  return new Map(
    [...older, ...Object.entries(required ?? {})].map(([name, names]) => {
      if (!isNames(names)) report('keyword', 'dependentRequired', 'dependentRequired');
      return [name, isNames(names) ? names : []];
    }),
  );
}

function readDependentSchemas(source: RuleSource): ReadonlyMap<string, SchemaNode> | undefined {
  const older = Object.entries(source.applicators.map('dependencies') ?? {})
    .filter(([, value]) => !isJsonArray(value))
    .map(([name, value]) => [name, source.readSchema(value, 'dependencies', name)] as const);
  const schemas = readSchemaMap(source, 'dependentSchemas');
  return older.length === 0 ? schemas : new Map([...older, ...(schemas ?? [])]);
}

/** The schema that a keyword holds. */
export function readOne(
  { applicators, readSchema }: RuleSource,
  keyword: string,
): SchemaNode | undefined {
  const value = applicators.value(keyword);
  return value === undefined ? undefined : readSchema(value, keyword);
}

/** The list of schemas that a keyword holds. */
export function readSchemas(
  { applicators, readSchema }: RuleSource,
  keyword: string,
): readonly SchemaNode[] | undefined {
  return applicators
    .list(keyword)
    ?.map((value, index) => readSchema(value, keyword, String(index)));
}

/** The schemas that a keyword holds by name. */
export function readSchemaMap(
  { applicators, readSchema }: RuleSource,
  keyword: string,
): ReadonlyMap<string, SchemaNode> | undefined {
  const values = applicators.map(keyword);
  return (
    values &&
    new Map(Object.entries(values).map(([name, value]) => [name, readSchema(value, keyword, name)]))
  );
}

/** The rules, unless all of them are absent. */
function toGroup<Rules extends object>(rules: Rules): Rules | undefined {
  return Object.values(rules).every((rule) => rule === undefined) ? undefined : rules;
}
