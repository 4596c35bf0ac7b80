import { isJsonObject, type JsonObject, type JsonSchema, type JsonValue } from '../domain/json.js';
import { isText } from './jsonKind.js';
import { inspectSchema } from './inspectSchema.js';
import {
  getTargetUri,
  indexSchemas,
  runLibrary,
  type Draft,
  type LibraryError,
  type SchemaLookup,
} from './jsonSchemaLibrary.js';
import { translateKeywords } from './translateKeywords.js';
import { createLiveTests, type LiveTests, type TestedKeyword } from './liveTests.js';
import type { SchemaProblem, SchemaProblemReason } from './schemaProblem.js';

/** A schema made ready: copied, its references found, what the library cannot do put in its place. */
export interface SchemaDocument {
  readonly root: JsonSchema;
  readonly draft: Draft;
  /** Not null: nothing is valid under this schema. */
  readonly problem: SchemaProblem | null;
  /** What a `$ref` of this document leads to. */
  getTarget(node: JsonObject): JsonSchema | undefined;
  /**
   * Begins one answer to the user, of however many judgements: together they may take no longer than a
   * key press may.
   */
  begin(): void;
  /** What a schema of this document has to say of a value; a problem where it could not be judged. */
  judge(value: JsonValue, schema: JsonSchema): readonly LibraryError[] | SchemaProblem;
  /** Our own test that stands behind an error of the library at `{ not: … }`. */
  getTest(negated: JsonValue | undefined): TestedKeyword | undefined;
  /** The schemas that `patternProperties` give to a name; `null`: the first of them. */
  getPatternSchemas(node: JsonObject, name: string | null): readonly JsonValue[];
  /** Whether a schema gives a meaning to names by their pattern. */
  hasPatterns(node: JsonObject): boolean;
}

const documents = new WeakMap<object, SchemaDocument>();

/** Reads a schema once; the same object gives the same document. Never throws. */
export function toSchemaDocument(schema: unknown): SchemaDocument {
  if (typeof schema !== 'object' || schema === null) return createDocument(schema);
  const known = documents.get(schema);
  if (known !== undefined) return known;
  const created = createDocument(schema);
  documents.set(schema, created);
  return created;
}

function createDocument(schema: unknown): SchemaDocument {
  const copy = copySchema(schema);
  if (copy === null) return toDocument(false, '2020-12', {}, 'notSchema');
  const draft = getDraft(copy);
  try {
    const root = translateKeywords(copy);
    return toDocument(root, draft, indexSchemas(root), null);
  } catch {
    return toDocument(false, draft, {}, 'tooComplex');
  }
}

function toDocument(
  root: JsonSchema,
  draft: Draft,
  lookup: SchemaLookup,
  broken: SchemaProblemReason | null,
): SchemaDocument {
  const getTarget = (node: JsonObject): JsonSchema | undefined => {
    const uri = getTargetUri(node);
    return Object.hasOwn(lookup, uri) ? lookup[uri] : undefined;
  };
  const tests: LiveTests = createLiveTests();
  const problem =
    broken === null
      ? inspectSchema(root, draft, { getTarget, tests })
      : { reason: broken, at: '', detail: '' };
  return {
    root,
    draft,
    problem,
    getTarget,
    getTest: (negated) => tests.find(negated),
    getPatternSchemas: (node, name) => tests.getPatternSchemas(node, name),
    hasPatterns: (node) => tests.hasPatterns(node),
    begin: () => tests.refill(),
    judge(value, node) {
      if (problem !== null) return problem;
      try {
        return tests.during(value, () => runLibrary(value, node, draft, lookup));
      } catch {
        return { reason: 'tooComplex', at: '', detail: '' };
      }
    },
  };
}

/** A copy that may be written to, of JSON alone; frozen schemas and cycles are met here. */
function copySchema(schema: unknown): JsonSchema | null {
  try {
    const copy: unknown = JSON.parse(JSON.stringify(schema));
    return typeof copy === 'boolean' || isJsonObject(copy) ? copy : null;
  } catch {
    return null;
  }
}

function getDraft(root: JsonSchema): Draft {
  const $schema = typeof root === 'object' ? root['$schema'] : undefined;
  const named = isText($schema) ? $schema : '';
  if (/draft-0?4/.test(named)) return '4';
  if (/draft-0?[67]/.test(named)) return '7';
  return named.includes('2019-09') ? '2019-09' : '2020-12';
}
