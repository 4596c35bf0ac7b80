import type { JsonSchema, JsonValue } from '../../domain/json.js';
import type { Pattern } from '../pattern/compilePattern.js';
import type { SchemaProblem } from './schemaProblem.js';
import type { Dialect } from './schemaResource.js';

export type SchemaType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/**
 * One schema in the normal form: the vocabulary of 2020-12, whatever draft it was written in. Absent
 * keywords are `undefined`; rules for one type are grouped, and a group without rules is absent.
 */
export interface SchemaNode {
  /** The schema as written (a copy). Annotations and unknown keywords are read from here. */
  readonly source: JsonSchema;
  /** JSON Pointer of the schema within its document. */
  readonly at: string;
  readonly resource: SchemaResource;
  /** Set where the schema cannot be used: no value is valid under it. */
  readonly problem: SchemaProblem | undefined;
  /**
   * Whether it holds schemas that were not read: a keyword for them has a forbidden value, or stands beside
   * a reference that replaces it.
   */
  readonly isPartial: boolean;
  /** `$ref`, then `$dynamicRef` or `$recursiveRef`. */
  readonly references: readonly SchemaReference[];
  readonly types: readonly SchemaType[] | undefined;
  readonly enum: readonly JsonValue[] | undefined;
  readonly const: JsonValue | undefined;
  readonly allOf: readonly SchemaNode[] | undefined;
  readonly anyOf: readonly SchemaNode[] | undefined;
  readonly oneOf: readonly SchemaNode[] | undefined;
  readonly not: SchemaNode | undefined;
  /** Decides between `then` and `else`, which apply to nothing without it; never refuses a value. */
  readonly if: SchemaNode | undefined;
  readonly then: SchemaNode | undefined;
  readonly else: SchemaNode | undefined;
  readonly string: StringRules | undefined;
  readonly number: NumberRules | undefined;
  readonly array: ArrayRules | undefined;
  readonly object: ObjectRules | undefined;
}

/** A part of a document with a URI of its own: the document itself, or a schema with an `$id`. */
export interface SchemaResource {
  /** Absolute, without a fragment. */
  readonly uri: string;
  readonly dialect: Dialect;
  readonly source: JsonSchema;
  /** JSON Pointer of the resource within its document. */
  readonly at: string;
  readonly anchors: ReadonlyMap<string, SchemaNode>;
  /** Anchors that dynamic references look for; the one of `$recursiveAnchor` has the empty name. */
  readonly dynamicAnchors: ReadonlyMap<string, SchemaNode>;
}

export interface SchemaReference {
  readonly keyword: '$ref' | '$dynamicRef' | '$recursiveRef';
  /** As written. */
  readonly text: string;
  /** Where it leads without a dynamic scope; a node with a `problem` where it leads nowhere. */
  readonly target: SchemaNode;
  /** The dynamic anchor that an outer resource may redefine; `undefined`: `target` is final. */
  readonly dynamicAnchor: string | undefined;
}

export interface StringRules {
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly pattern: NamedPattern | undefined;
  readonly format: string | undefined;
}

export interface NamedPattern {
  readonly source: string;
  readonly pattern: Pattern;
}

export interface NumberRules {
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly exclusiveMinimum: number | undefined;
  readonly exclusiveMaximum: number | undefined;
  readonly multipleOf: number | undefined;
}

export interface ArrayRules {
  readonly minItems: number | undefined;
  readonly maxItems: number | undefined;
  readonly uniqueItems: boolean | undefined;
  readonly prefixItems: readonly SchemaNode[] | undefined;
  /** For the items after `prefixItems`. */
  readonly items: SchemaNode | undefined;
  /** How `items` was written: `additionalItems` after a list under `items`. */
  readonly itemsKeyword: 'items' | 'additionalItems';
  readonly contains: SchemaNode | undefined;
  readonly minContains: number | undefined;
  readonly maxContains: number | undefined;
  readonly unevaluatedItems: SchemaNode | undefined;
}

export interface ObjectRules {
  readonly minProperties: number | undefined;
  readonly maxProperties: number | undefined;
  readonly required: readonly string[] | undefined;
  /** In the order of the schema. */
  readonly properties: ReadonlyMap<string, SchemaNode> | undefined;
  readonly patternProperties: readonly PatternProperty[] | undefined;
  readonly additionalProperties: SchemaNode | undefined;
  readonly propertyNames: SchemaNode | undefined;
  readonly dependentRequired: ReadonlyMap<string, readonly string[]> | undefined;
  readonly dependentSchemas: ReadonlyMap<string, SchemaNode> | undefined;
  readonly unevaluatedProperties: SchemaNode | undefined;
}

export interface PatternProperty extends NamedPattern {
  readonly schema: SchemaNode;
}

/** Whether a schema refuses every value: `false`, or one with `not: {}`. */
export function isFalseSchema({ source, not }: SchemaNode): boolean {
  if (typeof source === 'boolean') return !source;
  if (not === undefined) return false;
  return typeof not.source === 'boolean' ? not.source : Object.keys(not.source).length === 0;
}
