import {
  fromEntries,
  getOwn,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../domain/json.js';
import { isText } from './jsonKind.js';
import { isBefore2019, isFalseSchema } from './keywordShapes.js';
import type { SchemaDocument } from './schemaDocument.js';

/** A `oneOf` or `anyOf` that stands at a place. */
export interface Alternatives {
  readonly list: readonly JsonValue[];
  /** The schema that it stands in. */
  readonly owner: JsonObject;
}

/** All that a document says of one place, with references, `allOf` and conditions followed. */
export interface SchemaParts {
  readonly nodes: readonly JsonObject[];
  readonly alternatives: readonly Alternatives[];
  /** Names that `dependentRequired` asks for now. */
  readonly dependentNames: readonly string[];
  /** Nothing is valid here. */
  readonly nothing: boolean;
  /** Some reference leads nowhere. */
  readonly lost: boolean;
  /** The parts depend on the value, and change with it. */
  readonly dynamic: boolean;
}

/** Lists whose branch is already among the schemas of a place. */
export type Settled = ReadonlySet<JsonValue>;

/**
 * Gathers what applies to a place. `value` decides conditions; without one they are judged as for an
 * empty object, which is what fields are shown for before anything is filled in.
 */
export function gatherParts(
  document: SchemaDocument,
  schemas: readonly JsonValue[],
  value: JsonValue | undefined,
  settled: Settled,
): SchemaParts {
  const seen = new Set<JsonObject>();
  const nodes: JsonObject[] = [];
  const alternatives = new Map<JsonValue, Alternatives>();
  const dependentNames: string[] = [];
  const judged = value ?? {};
  const has = (name: string): boolean => isJsonObject(judged) && Object.hasOwn(judged, name);
  let nothing = false;
  let lost = false;
  let dynamic = false;

  function visit(schema: JsonValue | undefined): void {
    if (!isJsonObject(schema)) {
      nothing ||= schema === false;
      return;
    }
    if (seen.has(schema)) return;
    seen.add(schema);
    if (typeof schema['$ref'] === 'string') {
      const target = document.getTarget(schema);
      if (target === undefined) lost = true;
      // Before 2019-09 only what says nothing of values may stand beside a reference.
      const isOld = isBefore2019(document.draft);
      nodes.push(isOld ? pickAnnotations(schema) : schema);
      visit(target);
      if (isOld) return;
    } else nodes.push(schema);
    nothing ||= isFalseSchema(schema);
    visitAll(schema['allOf']);
    visitAlternatives(schema, 'oneOf');
    visitAlternatives(schema, 'anyOf');
    visitConditions(schema);
  }

  function visitAll(list: JsonValue | undefined): void {
    if (isJsonArray(list)) list.forEach(visit);
  }

  function visitAlternatives(owner: JsonObject, keyword: 'oneOf' | 'anyOf'): void {
    const list = owner[keyword];
    if (isJsonArray(list) && !settled.has(list)) alternatives.set(list, { list, owner });
  }

  function visitConditions(schema: JsonObject): void {
    if (schema['if'] !== undefined && (schema['then'] ?? schema['else']) !== undefined) {
      dynamic = true;
      visit(schema[isValid(document, judged, schema['if']) ? 'then' : 'else']);
    }
    for (const [name, dependent] of entriesOf(schema['dependentSchemas'])) {
      dynamic = true;
      if (has(name)) visit(dependent);
    }
    for (const [name, required] of entriesOf(schema['dependentRequired'])) {
      dynamic = true;
      if (has(name)) dependentNames.push(...toNames(required));
    }
  }

  schemas.forEach(visit);
  return {
    nodes,
    alternatives: [...alternatives.values()],
    dependentNames,
    nothing,
    lost,
    dynamic,
  };
}

/** Whether any branch at a place, chosen or not, marks it as secret. */
export function isSecret(document: SchemaDocument, schemas: readonly JsonValue[]): boolean {
  const open: (JsonValue | undefined)[] = [...schemas];
  const seen = new Set<JsonValue>();
  for (let next = open.pop(); open.length > 0 || next !== undefined; next = open.pop()) {
    if (!isJsonObject(next) || seen.has(next)) continue;
    seen.add(next);
    if (next['writeOnly'] === true || next['format'] === 'password') return true;
    if (typeof next['$ref'] === 'string') open.push(document.getTarget(next));
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const list = next[keyword];
      if (isJsonArray(list)) open.push(...list);
    }
    for (const [, dependent] of entriesOf(next['dependentSchemas'])) open.push(dependent);
    open.push(next['then'], next['else']);
  }
  return false;
}

/** The first value of a keyword that is of a type; the first schemas are the closest to the place. */
export function findKeyword<T extends JsonValue>(
  nodes: readonly JsonObject[],
  keyword: string,
  isType: (value: JsonValue) => value is T,
): T | undefined {
  for (const node of nodes) {
    const value = getOwn(node, keyword);
    if (value !== undefined && isType(value)) return value;
  }
  return undefined;
}

export function entriesOf(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return value !== undefined && isJsonObject(value) ? Object.entries(value) : [];
}

export function toNames(value: JsonValue | undefined): string[] {
  return isJsonArray(value) ? value.filter(isText) : [];
}

const ANNOTATION = /^(?:title|description|default|examples|deprecated|readOnly|writeOnly)$/;

function pickAnnotations(schema: JsonObject): JsonObject {
  return fromEntries(Object.entries(schema).filter(([keyword]) => ANNOTATION.test(keyword)));
}

function isValid(document: SchemaDocument, value: JsonValue, condition: JsonValue): boolean {
  if (!isJsonObject(condition)) return condition !== false;
  const judged = document.judge(value, condition);
  return !('reason' in judged) && judged.length === 0;
}
