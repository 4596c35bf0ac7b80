import {
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../domain/json.js';
import { appendStep } from '../../domain/pointer.js';
import type { Pattern } from '../pattern/compilePattern.js';
import { emptyKeywordReader, KeywordReader } from './keywordReader.js';
import {
  KEYWORD_GROUPS,
  readArrayRules,
  readNumberRules,
  readObjectRules,
  readOne,
  readSchemaMap,
  readSchemas,
  readStringRules,
  type RuleSource,
} from './readRules.js';
import type { SchemaNode, SchemaReference, SchemaResource } from './schemaNode.js';
import type { SchemaProblem, SchemaProblemReason } from './schemaProblem.js';
import { isBefore2019 } from './schemaResource.js';

/** What is around a schema that is read. */
export interface Surroundings {
  readonly resource: SchemaResource;
  readonly at: string;
  /** Reads the schema within this one to which these steps lead. */
  readonly readInner: (source: JsonValue, steps: readonly string[]) => SchemaNode;
  /** Makes a reference whose target is looked for once all schemas are read. */
  readonly createReference: (keyword: SchemaReference['keyword'], text: string) => SchemaReference;
  /** `null`: it is no regular expression. */
  readonly readPattern: (source: string) => Pattern | null;
}

type Keywords = Omit<
  SchemaNode,
  'source' | 'at' | 'resource' | 'problem' | 'isPartial' | 'references'
>;

const NO_KEYWORDS: Keywords = {
  types: undefined,
  enum: undefined,
  const: undefined,
  allOf: undefined,
  anyOf: undefined,
  oneOf: undefined,
  not: undefined,
  if: undefined,
  then: undefined,
  else: undefined,
  string: undefined,
  number: undefined,
  array: undefined,
  object: undefined,
};

/** A schema that says nothing of values: `true` and `false` (whose `source` says so), or a problem. */
export function createPlainNode(
  source: boolean,
  at: string,
  resource: SchemaResource,
  problem?: SchemaProblem,
): SchemaNode {
  return createNode(source, at, resource, [], problem, false);
}

/** Every member in one order, so that engines give all nodes one shape. */
function createNode(
  source: JsonSchema,
  at: string,
  resource: SchemaResource,
  references: readonly SchemaReference[],
  problem: SchemaProblem | undefined,
  isPartial: boolean,
): SchemaNode {
  return {
    source,
    at,
    resource,
    problem,
    isPartial,
    references,
    ...NO_KEYWORDS,
  };
}

/** Reads the keywords of a schema object. Those that no draft knows are not looked at. */
export function readNode(source: JsonObject, around: Surroundings): SchemaNode {
  const { at, resource, readInner, createReference, readPattern } = around;
  let problem: SchemaProblem | undefined;
  let isPartial = false;

  function report(reason: SchemaProblemReason, keyword: string, detail: string): void {
    problem ??= { reason, at: appendStep(at, keyword), detail };
  }

  const refuse = (keyword: string): void => report('keyword', keyword, keyword);
  const applicators = new KeywordReader(source, (keyword) => {
    refuse(keyword);
    isPartial = true;
  });
  const rules: RuleSource = {
    applicators,
    assertions: resource.dialect.validates ? new KeywordReader(source, refuse) : emptyKeywordReader,
    report,
    readSchema: (inner, ...steps) => readInner(inner, steps),
    readPattern,
  };
  const references = REFERENCES.flatMap((keyword) => {
    const text = applicators.text(keyword);
    return text === undefined ? [] : [createReference(keyword, text)];
  });
  // Definitions are read for their identifiers; a reference finds them.
  readSchemaMap(rules, '$defs');
  readSchemaMap(rules, 'definitions');
  if (isBefore2019(resource.dialect) && typeof source['$ref'] === 'string') {
    isPartial ||= REPLACED.some((keyword) => applicators.value(keyword) !== undefined);
    return createNode(source, at, resource, references.slice(0, 1), problem, isPartial);
  }
  const node = readKeywords(source, rules);
  return { source, at, resource, problem, isPartial, references, ...node };
}

/** The keywords for schemas that a reference of drafts 4 to 7 replaces. */
const REPLACED: readonly string[] = [
  ...['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'dependencies'],
  ...['items', 'additionalItems', 'contains'],
  ...['properties', 'patternProperties', 'additionalProperties'],
];

const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'] as const;

function readKeywords(source: JsonObject, rules: RuleSource): Keywords {
  const { assertions } = rules;
  const groups = new Set(Object.keys(source).map((keyword) => KEYWORD_GROUPS.get(keyword)));
  return {
    ...NO_KEYWORDS,
    types: readTypes(assertions),
    enum: assertions.list('enum'),
    const: assertions.value('const'),
    ...(groups.has('branches') && readBranches(rules)),
    string: groups.has('string') ? readStringRules(rules) : undefined,
    number: groups.has('number') ? readNumberRules(rules) : undefined,
    array: groups.has('array') ? readArrayRules(rules) : undefined,
    object: groups.has('object') ? readObjectRules(rules) : undefined,
  };
}

/** OpenAPI 3.0 names `null` beside `type`: https://spec.openapis.org/oas/v3.0.3#schema-object. */
function readTypes(assertions: KeywordReader): Keywords['types'] {
  const types = assertions.types('type');
  const isNullable = assertions.value('nullable') === true;
  return types && isNullable && !types.includes('null') ? [...types, 'null'] : types;
}

type Branches = Pick<Keywords, 'allOf' | 'anyOf' | 'oneOf' | 'not' | 'if' | 'then' | 'else'>;

function readBranches(rules: RuleSource): Branches {
  return {
    allOf: readSchemas(rules, 'allOf'),
    anyOf: readSchemas(rules, 'anyOf'),
    oneOf: readSchemas(rules, 'oneOf'),
    not: readOne(rules, 'not'),
    if: readOne(rules, 'if'),
    then: readOne(rules, 'then'),
    else: readOne(rules, 'else'),
  };
}

/** Whether a value can stand where a schema is asked for. */
export function isSchema(value: JsonValue | undefined): value is JsonObject | boolean {
  return typeof value === 'boolean' || isJsonObject(value);
}
