import type { SchemaNode } from './schemaNode.js';

/** The schemas directly within a schema, and those that its references lead to. */
export function listSubschemas(node: SchemaNode): readonly SchemaNode[] {
  const { array, object } = node;
  const inner = [
    ...listInPlace(node),
    node.not,
    node.if,
    ...(array?.prefixItems ?? []),
    array?.items,
    array?.contains,
    array?.unevaluatedItems,
    ...(object?.properties?.values() ?? []),
    ...(object?.patternProperties?.map(({ schema }) => schema) ?? []),
    object?.additionalProperties,
    object?.propertyNames,
    object?.unevaluatedProperties,
  ];
  return inner.filter((schema) => schema !== undefined);
}

/**
 * The schemas that may apply to the same value as a schema: through references, in every branch of a
 * choice, condition or dependency. Without `if` and `not`, which only test.
 */
export function listInPlace(node: SchemaNode): readonly SchemaNode[] {
  const inner = [
    ...node.references.map(({ target }) => target),
    ...(node.allOf ?? []),
    ...(node.anyOf ?? []),
    ...(node.oneOf ?? []),
    node.then,
    node.else,
    ...(node.object?.dependentSchemas?.values() ?? []),
  ];
  return inner.filter((schema) => schema !== undefined);
}
