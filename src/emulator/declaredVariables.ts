import { readMember, readPointer } from './jsonPath.js';
import { isRecord } from './readMember.js';
import type { VariablesSchema } from './shapes.js';

/** The first variable that no part of the schema names; `undefined` where all are declared. */
export function findUndeclared(
  schema: VariablesSchema,
  variables: Record<string, unknown>,
): string | undefined {
  const names = Object.keys(variables);
  if (schema === null || schema === false) return names[0];
  if (schema === true) return undefined;
  const parts = listParts(schema, schema, new Set());
  return names.find((name) => !parts.some((part) => declares(part, name)));
}

type Part = Record<string, unknown>;

function declares(part: Part, name: string): boolean {
  const { properties, patternProperties, additionalProperties } = part;
  if (isRecord(properties) && Object.hasOwn(properties, name)) return true;
  if (isRecord(patternProperties)) {
    if (Object.keys(patternProperties).some((pattern) => new RegExp(pattern).test(name)))
      return true;
  }
  return additionalProperties === true || isRecord(additionalProperties);
}

/** The schema and every part of it that speaks of the same object. */
function listParts(schema: unknown, root: Part, seen: Set<unknown>): Part[] {
  if (!isRecord(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const { $ref, allOf, anyOf, oneOf, dependentSchemas } = schema;
  const inner: unknown[] = [
    typeof $ref === 'string' ? readMember(root, readPointer($ref)) : undefined,
    ...[allOf, anyOf, oneOf].flatMap((list): unknown[] => (Array.isArray(list) ? list : [])),
    schema['if'],
    schema['then'],
    schema['else'],
    ...(isRecord(dependentSchemas) ? Object.values(dependentSchemas) : []),
  ];
  return [schema, ...inner.flatMap((part) => listParts(part, root, seen))];
}
