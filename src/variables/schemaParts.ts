import { getOwn, isJsonArray, isJsonObject, type JsonValue } from '../domain/json.js';
import { isText } from './jsonKind.js';
import { isFalseSchema, type SchemaNode } from './schema/schemaNode.js';

/** A `oneOf` or `anyOf` that stands at a place. */
export interface Alternatives {
  readonly branches: readonly SchemaNode[];
  /** Where it stands in the schema: the node and the keyword. */
  readonly at: string;
}

/** All that a schema says of one place, with references, `allOf` and conditions followed. */
export interface SchemaParts {
  readonly nodes: readonly SchemaNode[];
  /** Those of `nodes` that describe the place, and not a rule about it. */
  readonly describing: readonly SchemaNode[];
  readonly alternatives: readonly Alternatives[];
  /** Names that `dependentRequired` asks for now. */
  readonly dependentNames: readonly string[];
  /** Nothing is valid here. */
  readonly nothing: boolean;
  /** Some part cannot be used, such as a reference that leads nowhere. */
  readonly isBroken: boolean;
  /** The parts depend on the value, and change with it. */
  readonly dynamic: boolean;
}

/** Lists whose branch is already among the schemas of a place. */
export type Settled = ReadonlySet<readonly SchemaNode[]>;

export const NONE_SETTLED: Settled = new Set();

/** Whether a value is valid under a schema of the form. */
export type IsValid = (node: SchemaNode, value: JsonValue) => boolean;

/**
 * Gathers what applies to a place. `value` decides conditions; without one they are evaluated as for
 * an empty object, which is what fields are shown for before anything is filled in.
 */
export function gatherParts(
  isValid: IsValid,
  schemas: readonly SchemaNode[],
  value: JsonValue | undefined,
  settled: Settled,
): SchemaParts {
  const seen = new Set<SchemaNode>();
  const describing = new Set<SchemaNode>();
  const alternatives: Alternatives[] = [];
  const dependentNames: string[] = [];
  const judged = value ?? {};
  const has = (name: string): boolean => isJsonObject(judged) && Object.hasOwn(judged, name);
  let nothing = false;
  let isBroken = false;
  let dynamic = false;

  function visit(node: SchemaNode | undefined, isRule: boolean): void {
    if (node === undefined || seen.has(node)) return;
    seen.add(node);
    if (!isRule) describing.add(node);
    isBroken ||= node.problem !== undefined;
    nothing ||= isFalseSchema(node);
    for (const { target } of node.references) visit(target, isRule);
    for (const inner of node.allOf ?? []) visit(inner, isRule || isRuleAlone(inner));
    addAlternatives(node, 'oneOf');
    addAlternatives(node, 'anyOf');
    visitConditions(node);
  }

  function addAlternatives(node: SchemaNode, keyword: 'oneOf' | 'anyOf'): void {
    const branches = node[keyword];
    if (branches === undefined || settled.has(branches)) return;
    alternatives.push({ branches, at: `${node.at}/${keyword}` });
  }

  function visitConditions(node: SchemaNode): void {
    if (node.if !== undefined && (node.then ?? node.else) !== undefined) {
      dynamic = true;
      visit(isValid(node.if, judged) ? node.then : node.else, true);
    }
    for (const [name, dependent] of node.object?.dependentSchemas ?? []) {
      dynamic = true;
      if (has(name)) visit(dependent, true);
    }
    for (const [name, required] of node.object?.dependentRequired ?? []) {
      dynamic = true;
      if (has(name)) dependentNames.push(...required);
    }
  }

  for (const schema of schemas) visit(schema, false);
  return {
    nodes: [...seen],
    describing: [...describing],
    alternatives,
    dependentNames,
    nothing,
    isBroken,
    dynamic,
  };
}

/** Whether a schema of `allOf` only refuses values, so that its title is that of the rule. */
function isRuleAlone({
  references,
  types,
  enum: values,
  const: value,
  ...node
}: SchemaNode): boolean {
  const describes =
    references.length > 0 || types !== undefined || values !== undefined || value !== undefined;
  const hasShape = node.object?.properties !== undefined || node.array?.items !== undefined;
  const hasBranches = (node.allOf ?? node.oneOf) !== undefined;
  return !describes && !hasShape && !hasBranches;
}

/** Whether a text at a place has a pattern that no text is searched for, since it is not linear. */
export function isUncheckable({ string }: SchemaNode): boolean {
  return string?.pattern?.pattern.isLinear === false;
}

/** A keyword as written; only annotations and unknown keywords are to be read so. */
export function getKeyword({ source }: SchemaNode, keyword: string): JsonValue | undefined {
  return isJsonObject(source) ? getOwn(source, keyword) : undefined;
}

/** The first value of a keyword that is of a type; the first schemas are the closest to the place. */
export function findKeyword<T extends JsonValue>(
  nodes: readonly SchemaNode[],
  keyword: string,
  isType: (value: JsonValue) => value is T,
): T | undefined {
  for (const node of nodes) {
    const value = getKeyword(node, keyword);
    if (value !== undefined && isType(value)) return value;
  }
  return undefined;
}

/** The first that is there of what the nodes say. */
export function findFirst<T>(
  nodes: readonly SchemaNode[],
  read: (node: SchemaNode) => T | undefined,
): T | undefined {
  for (const node of nodes) {
    const found = read(node);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The texts of a list. */
export function toTexts(value: JsonValue | undefined): readonly string[] {
  return isJsonArray(value) ? value.filter(isText) : [];
}
