import {
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../domain/json.js';
import { appendStep, toPointer } from '../../domain/pointer.js';
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
  /** Reads a schema within this one. */
  readonly readInner: (source: JsonValue, at: string) => SchemaNode;
  /** Makes a reference whose target is looked for once all schemas are read. */
  readonly createReference: (keyword: SchemaReference['keyword'], text: string) => SchemaReference;
}

/** A schema that says nothing of values: `true` and `false` (whose `source` says so), or a problem. */
export function createPlainNode(
  source: boolean,
  at: string,
  resource: SchemaResource,
  problem?: SchemaProblem,
): SchemaNode {
  return createNode(source, at, resource, [], problem);
}

/** Every member in one order, so that engines give all nodes one shape. */
function createNode(
  source: JsonSchema,
  at: string,
  resource: SchemaResource,
  references: readonly SchemaReference[],
  problem: SchemaProblem | undefined,
): SchemaNode {
  return {
    source,
    at,
    resource,
    problem,
    references,
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
}

/** Reads the keywords of a schema object. Those that no draft knows are not looked at. */
export function readNode(source: JsonObject, around: Surroundings): SchemaNode {
  const { at, resource, readInner, createReference } = around;
  let problem: SchemaProblem | undefined;

  function report(reason: SchemaProblemReason, keyword: string, detail: string): void {
    problem ??= { reason, at: appendStep(at, keyword), detail };
  }

  const applicators = new KeywordReader(source, (keyword) => report('keyword', keyword, keyword));
  const rules: RuleSource = {
    applicators,
    assertions: resource.dialect.validates ? applicators : emptyKeywordReader,
    report,
    readSchema: (inner, ...steps) => readInner(inner, at + toPointer(steps)),
  };
  // Definitions are read for their identifiers; a reference finds them.
  readSchemaMap(rules, '$defs');
  readSchemaMap(rules, 'definitions');
  const references = REFERENCES.flatMap((keyword) => {
    const text = applicators.text(keyword);
    return text === undefined ? [] : [createReference(keyword, text)];
  });
  if (isBefore2019(resource.dialect) && typeof source['$ref'] === 'string') {
    return createNode(source, at, resource, references.slice(0, 1), problem);
  }
  const node = readKeywords(source, rules);
  return { source, at, resource, problem, references, ...node };
}

const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'] as const;

type Keywords = Omit<SchemaNode, 'source' | 'at' | 'resource' | 'problem' | 'references'>;

function readKeywords(source: JsonObject, rules: RuleSource): Keywords {
  const { assertions } = rules;
  const groups = new Set(Object.keys(source).map((keyword) => KEYWORD_GROUPS.get(keyword)));
  const condition = readOne(rules, 'if');
  // Without a condition these apply to nothing, and yet a reference may lead into them.
  const [consequence, alternative] = [readOne(rules, 'then'), readOne(rules, 'else')];
  return {
    types: assertions.types('type'),
    enum: assertions.list('enum'),
    const: assertions.value('const'),
    allOf: readSchemas(rules, 'allOf'),
    anyOf: readSchemas(rules, 'anyOf'),
    oneOf: readSchemas(rules, 'oneOf'),
    not: readOne(rules, 'not'),
    if: condition,
    then: condition && consequence,
    else: condition && alternative,
    string: groups.has('string') ? readStringRules(rules) : undefined,
    number: groups.has('number') ? readNumberRules(rules) : undefined,
    array: groups.has('array') ? readArrayRules(rules) : undefined,
    object: groups.has('object') ? readObjectRules(rules) : undefined,
  };
}

/** Whether a value can stand where a schema is asked for. */
export function isSchema(value: JsonValue | undefined): value is JsonObject | boolean {
  return typeof value === 'boolean' || isJsonObject(value);
}
