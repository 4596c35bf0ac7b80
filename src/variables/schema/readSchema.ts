import { isJsonObject, type JsonSchema } from '../../domain/json.js';
import { createAllowance } from '../allowance.js';
import { createSchemaIndex, MAX_READ_STEPS } from './schemaIndex.js';
import { listSubschemas } from './listSubschemas.js';
import type { SchemaNode, SchemaResource } from './schemaNode.js';
import type { SchemaProblem } from './schemaProblem.js';
import type { SchemaDocuments } from './schemaResource.js';

/** A schema in the normal form. */
export interface ReadSchema {
  readonly root: SchemaNode;
  /** Of every place that values could reach, in no order. Each makes its own place unusable, no other. */
  readonly problems: readonly SchemaProblem[];
  /** All schemas that values could reach, each once. */
  readonly nodes: readonly SchemaNode[];
  /** Whether some schema asks which properties or items others have evaluated. */
  readonly hasUnevaluated: boolean;
}

export interface ReadSchemaOptions {
  /** Where references may lead outside the schema. Nothing is ever fetched. */
  readonly documents?: SchemaDocuments;
}

const readSchemas = new WeakMap<object, ReadSchema>();

/**
 * Reads a schema of draft 4, 6, 7, 2019-09 or 2020-12 (where it names none). Never throws; what cannot be
 * used is a problem of its place. The same object is read once, so it must not change afterwards.
 */
export function readSchema(schema: unknown, options: ReadSchemaOptions = {}): ReadSchema {
  if (typeof schema !== 'object' || schema === null) return readAnew(schema, options);
  const known = options.documents === undefined ? readSchemas.get(schema) : undefined;
  const read = known ?? readAnew(schema, options);
  if (options.documents === undefined) readSchemas.set(schema, read);
  return read;
}

function readAnew(schema: unknown, { documents = {} }: ReadSchemaOptions): ReadSchema {
  const isLarge = isTooLarge(schema);
  const allowance = createAllowance(isLarge ? 0 : MAX_READ_STEPS);
  const root = createSchemaIndex(documents, allowance).readDocument(
    isLarge ? {} : copySchema(schema),
  );
  const reached = new Set([root]);
  const entered = new Set<SchemaResource>();
  // A set also visits what is added to it on the way.
  for (const node of reached) {
    for (const inner of listSubschemas(node)) reached.add(inner);
    if (entered.has(node.resource)) continue;
    entered.add(node.resource);
    for (const inner of node.resource.dynamicAnchors.values()) reached.add(inner);
  }
  const nodes = [...reached];
  return {
    root,
    problems: nodes.flatMap(({ problem }) => problem ?? []),
    nodes,
    hasUnevaluated: nodes.some(
      ({ array, object }) =>
        (array?.unevaluatedItems ?? object?.unevaluatedProperties) !== undefined,
    ),
  };
}

/** A schema of more values is too complex as a whole. */
const MAX_VALUES = 30_000;

/** Whether a value holds so many values within that to copy it would take too long. */
function isTooLarge(value: unknown): boolean {
  const open = [value];
  // Grows on the way.
  for (const each of open) {
    if (open.length > MAX_VALUES) return true;
    if (typeof each === 'object' && each !== null)
      for (const inner of Object.values(each)) open.push(inner);
  }
  return false;
}

/** A copy without shared parts, so that each place has an object of its own; `null`: no schema. */
function copySchema(schema: unknown): JsonSchema | null {
  try {
    const copy: unknown = JSON.parse(JSON.stringify(schema));
    return typeof copy === 'boolean' || isJsonObject(copy) ? copy : null;
  } catch {
    return null;
  }
}
