import { isJsonObject, type JsonObject, type JsonSchema, type JsonValue } from '../domain/json.js';
import { isText } from './jsonKind.js';
import { isBefore2019 } from './keywordShapes.js';
import { inspectSchema } from './inspectSchema.js';
import {
  getTargetUri,
  indexSchemas,
  runLibrary,
  type Draft,
  type LibraryError,
  type SchemaLookup,
} from './jsonSchemaLibrary.js';
import { createNamePatterns, type NamePatterns } from './namePatterns.js';
import { MAX_PATTERN_WORK } from './pattern.js';
import { readSchema, type ReadSchema } from './schema/readSchema.js';
import type { SchemaProblem, SchemaProblemReason } from './schema/schemaProblem.js';
import { translateKeywords } from './translateKeywords.js';

/** A schema made ready: copied, its references found, what the library cannot do put in its place. */
export interface SchemaDocument {
  readonly root: JsonSchema;
  readonly draft: Draft;
  /** Not null: nothing is valid under this schema. */
  readonly problem: SchemaProblem | null;
  /** The same schema in the normal form. */
  readonly read: ReadSchema;
  /** What a `$ref` of this document leads to. */
  getTarget(node: JsonObject): JsonSchema | undefined;
  /**
   * Begins one answer to the user, of however many judgements: together they may take no longer than a
   * key press may.
   */
  begin(): void;
  /** What a schema of this document has to say of a value; a problem where it could not be judged. */
  judge(value: JsonValue, schema: JsonSchema): readonly LibraryError[] | SchemaProblem;
  /** The schemas that `patternProperties` give to a name; `null`: the first of them. */
  getPatternSchemas: NamePatterns['getSchemas'];
}

/** So many references are followed for one answer. */
const MAX_REFERENCES = 15_000;

const documents = new WeakMap<object, SchemaDocument>();

/** Reads a schema once; the same object gives the same document. Never throws. */
export function toSchemaDocument(schema: unknown): SchemaDocument {
  if (typeof schema !== 'object' || schema === null) return createDocument(schema);
  const known = documents.get(schema) ?? createDocument(schema);
  documents.set(schema, known);
  return known;
}

function createDocument(schema: unknown): SchemaDocument {
  const read = readSchema(schema);
  const copy = copySchema(schema);
  if (copy === null) return toDocument(false, '2020-12', {}, 'notSchema', read);
  const draft = getDraft(copy);
  try {
    const root = translateKeywords(copy, isBefore2019(draft));
    return toDocument(root, draft, indexSchemas(root), null, read);
  } catch {
    return toDocument(false, draft, {}, 'tooComplex', read);
  }
}

function toDocument(
  root: JsonSchema,
  draft: Draft,
  lookup: SchemaLookup,
  broken: SchemaProblemReason | null,
  read: ReadSchema,
): SchemaDocument {
  const work = { left: MAX_PATTERN_WORK };
  const patterns = createNamePatterns(work);
  let followed = 0;
  let isJudging = false;

  function getTarget(node: JsonObject): JsonSchema | undefined {
    const uri = getTargetUri(node);
    return Object.hasOwn(lookup, uri) ? lookup[uri] : undefined;
  }

  function follow(reference: string): string {
    if (isJudging && (followed += 1) > MAX_REFERENCES) throw new RangeError('too many references');
    return reference;
  }

  function watch(node: JsonObject, reference: string): void {
    Object.defineProperty(node, '$ref', { get: () => follow(reference), enumerable: true });
  }

  const problem = broken
    ? toProblem(broken)
    : inspectSchema(root, draft, { getTarget, watch, patterns, work });
  return {
    root,
    read,
    draft,
    problem,
    getTarget,
    getPatternSchemas: patterns.getSchemas,
    begin() {
      followed = 0;
      work.left = MAX_PATTERN_WORK;
    },
    judge(value, node) {
      if (problem !== null) return problem;
      patterns.spellOut(value);
      isJudging = true;
      try {
        return runLibrary(value, node, draft, lookup);
      } catch {
        return toProblem('tooComplex');
      } finally {
        isJudging = false;
      }
    },
  };
}

function toProblem(reason: SchemaProblemReason): SchemaProblem {
  return { reason, at: '', detail: '' };
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
  const $schema = isJsonObject(root) ? root['$schema'] : undefined;
  const named = isText($schema) ? $schema : '';
  if (/draft-0?4/.test(named)) return '4';
  if (/draft-0?[67]/.test(named)) return '7';
  return named.includes('2019-09') ? '2019-09' : '2020-12';
}
