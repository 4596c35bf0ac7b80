import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { appendStep, getAt, parsePointer, toPointer } from '../../domain/pointer.js';
import type { Allowance } from '../allowance.js';
import { compilePattern, undecidedPattern, type Pattern } from '../pattern/compilePattern.js';
import { createPlainNode, isSchema, readNode } from './readNode.js';
import type { SchemaNode, SchemaReference, SchemaResource } from './schemaNode.js';
import type { SchemaProblemReason } from './schemaProblem.js';
import {
  DEFAULT_DIALECT,
  getDialect,
  isBefore2019,
  resolveUri,
  type Dialect,
  type SchemaDocuments,
} from './schemaResource.js';

/** Schemas nest no deeper; the limit keeps the stack whole. */
const MAX_DEPTH = 500;

/**
 * The steps of one reading, which together take less than 50 ms (`npm run bench:hostile`): one for a
 * schema, and the others below. What is left unread past them is too complex.
 */
export const MAX_READ_STEPS = 4_000;

const REFERENCE_STEPS = 2;

/** So many characters of a pattern, states of its automaton, or characters of a reference, take a step. */
const PATTERN_STEP = 2;
const STATES_STEP = 20;
const REFERENCE_STEP = 40;

/** A resource while it is read. */
interface OpenResource extends SchemaResource {
  readonly anchors: Map<string, SchemaNode>;
  readonly dynamicAnchors: Map<string, SchemaNode>;
}

interface KnownSchema {
  readonly node: SchemaNode;
  readonly resource: OpenResource;
}

/** A reference whose target is looked for once all schemas are read. */
interface OpenReference {
  readonly reference: { -readonly [Member in keyof SchemaReference]: SchemaReference[Member] };
  readonly at: string;
  readonly from: OpenResource;
}

/** Reads documents with all that they refer to, each schema once. */
export interface SchemaIndex {
  readDocument(source: JsonValue): SchemaNode;
}

/** What a document is called that names itself nothing. */
const NAMELESS = 'json-schema:///';

const UNRESOLVED = createPlainNode(false, '', createResource(NAMELESS, DEFAULT_DIALECT, false, ''));

export function createSchemaIndex(documents: SchemaDocuments, allowance: Allowance): SchemaIndex {
  const known = new Map<JsonObject, KnownSchema>();
  const resources = new Map<string, OpenResource>();
  const open: OpenReference[] = [];
  const patterns = new Map<string, Pattern | null>();
  /** Stands for every schema that is not read any more: to make one for each would take as long. */
  let exhausted: SchemaNode | undefined;

  function readDocument(source: JsonValue): SchemaNode {
    const node = readResource(source, NAMELESS, '');
    for (let next = open.pop(); next !== undefined; next = open.pop()) settle(next);
    return node;
  }

  function readResource(source: JsonValue, uri: string, at: string): SchemaNode {
    const base = createResource(uri, DEFAULT_DIALECT, isSchema(source) ? source : false, at);
    const node = read(source, at, base, 0);
    const own = isJsonObject(source) ? known.get(source)?.resource : undefined;
    if (!resources.has(uri)) resources.set(uri, own ?? base);
    return node;
  }

  function read(source: JsonValue, at: string, around: OpenResource, depth: number): SchemaNode {
    if (typeof source === 'boolean') return createPlainNode(source, at, around);
    if (!isJsonObject(source)) return createProblemNode('notSchema', at, around);
    const found = known.get(source);
    if (found !== undefined) return found.node;
    if (depth > MAX_DEPTH) return createProblemNode('tooComplex', at, around);
    if (!allowance.spend(1)) return (exhausted ??= createProblemNode('tooComplex', at, around));
    const resource = enterResource(source, at, around);
    const node = readNode(source, {
      resource,
      at,
      readInner: (inner, steps) =>
        exhausted ?? read(inner, at + toPointer(steps), resource, depth + 1),
      createReference: (keyword, text) => createReference(keyword, text, at, resource),
      readPattern,
    });
    known.set(source, { node, resource });
    addAnchors(source, node, resource);
    return node;
  }

  function readPattern(source: string): Pattern | null {
    const compiled = patterns.get(source);
    if (compiled !== undefined) return compiled;
    const isAllowed = allowance.spend(source.length / PATTERN_STEP);
    const pattern = isAllowed ? compilePattern(source) : undecidedPattern;
    allowance.spend((pattern?.size ?? 0) / STATES_STEP);
    patterns.set(source, pattern);
    return pattern;
  }

  /** The resource of a schema: its own where it is a document or has an id. */
  function enterResource(source: JsonObject, at: string, around: OpenResource): OpenResource {
    const dialect = getDialect(getOwn(source, '$schema'), documents, around.dialect);
    const isIgnored = isBefore2019(dialect) && typeof getOwn(source, '$ref') === 'string';
    const id = isIgnored ? undefined : getOwn(source, getIdKeyword(dialect));
    const uri = (typeof id === 'string' && resolveUri(id, around.uri)?.uri) || around.uri;
    if (source !== around.source && uri === around.uri) return around;
    const resource = createResource(uri, dialect, source, at);
    if (!resources.has(uri)) resources.set(uri, resource);
    return resource;
  }

  function createReference(
    keyword: SchemaReference['keyword'],
    text: string,
    at: string,
    from: OpenResource,
  ): SchemaReference {
    const reference = { keyword, text, target: UNRESOLVED, dynamicAnchor: undefined };
    open.push({ reference, at, from });
    if (!allowance.spend(REFERENCE_STEPS + text.length / REFERENCE_STEP)) {
      exhausted ??= createProblemNode('tooComplex', at, from);
    }
    return reference;
  }

  function settle({ reference, at, from }: OpenReference): void {
    const { keyword, text } = reference;
    if (exhausted !== undefined) {
      reference.target = exhausted;
      return;
    }
    const resolved = resolveUri(text, from.uri);
    const resource = resolved && (resources.get(resolved.uri) ?? loadDocument(resolved.uri));
    const fragment = resolved?.fragment ?? '';
    const isPath = fragment === '' || fragment.startsWith('/');
    const target =
      resource && (isPath ? findAt(resource, fragment) : resource.anchors.get(fragment));
    if (!resource || !target) {
      const problem = { reason: 'reference', at: appendStep(at, keyword), detail: text } as const;
      reference.target = createPlainNode(false, at, from, problem);
      return;
    }
    reference.target = target;
    const isDynamic = keyword === '$recursiveRef' || (keyword === '$dynamicRef' && !isPath);
    if (isDynamic && resource.dynamicAnchors.has(fragment)) reference.dynamicAnchor = fragment;
  }

  function loadDocument(uri: string): OpenResource | undefined {
    const document = Object.hasOwn(documents, uri) ? documents[uri] : undefined;
    if (document !== undefined) readResource(document, uri, `${uri}#`);
    return resources.get(uri);
  }

  /** The schema at a path of a resource; also one that no keyword would lead to. */
  function findAt(resource: OpenResource, fragment: string): SchemaNode | undefined {
    let source: JsonValue | undefined = resource.source;
    let at = resource.at;
    let around = resource;
    for (const step of parsePointer(fragment) ?? []) {
      source = getAt(source, [step]);
      at = appendStep(at, step);
      around = (isJsonObject(source) && known.get(source)?.resource) || around;
    }
    return isSchema(source) ? read(source, at, around, 0) : undefined;
  }

  return { readDocument };
}

function createResource(
  uri: string,
  dialect: Dialect,
  source: JsonObject | boolean,
  at: string,
): OpenResource {
  return { uri, dialect, source, at, anchors: new Map(), dynamicAnchors: new Map() };
}

function createProblemNode(
  reason: SchemaProblemReason,
  at: string,
  resource: SchemaResource,
): SchemaNode {
  return createPlainNode(false, at, resource, { reason, at, detail: '' });
}

function getIdKeyword({ draft }: Dialect): string {
  return draft === '4' ? 'id' : '$id';
}

function addAnchors(source: JsonObject, node: SchemaNode, resource: OpenResource): void {
  const add = (anchors: Map<string, SchemaNode>, name: JsonValue | undefined): void => {
    if (typeof name === 'string' && !anchors.has(name)) anchors.set(name, node);
  };
  if (isBefore2019(resource.dialect)) {
    // An id such as "#a" was an anchor.
    const id = getOwn(source, getIdKeyword(resource.dialect));
    if (typeof id === 'string') add(resource.anchors, id.split('#')[1]);
    return;
  }
  add(resource.anchors, getOwn(source, '$anchor'));
  add(resource.anchors, getOwn(source, '$dynamicAnchor'));
  add(resource.dynamicAnchors, getOwn(source, '$dynamicAnchor'));
  if (getOwn(source, '$recursiveAnchor') === true && source === resource.source) {
    add(resource.dynamicAnchors, '');
  }
}
