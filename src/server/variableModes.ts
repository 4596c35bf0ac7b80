import {
  fromEntries,
  getOwn,
  isJsonArray,
  isJsonObject,
  isSameJson,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../domain/json.js';
import { getAt, parsePointer, toPointer } from '../domain/pointer.js';
import {
  DEFAULT_DIALECT,
  getDialect,
  isBefore2019,
  resolveUri,
} from '../variables/schema/schemaResource.js';
import type { HostIntegration } from './options.js';
import { invalidField } from './problemError.js';

/** A variable that the integration writes itself, not its users. */
export interface VariableMode {
  readonly path: readonly string[];
  readonly mode: 'hidden' | 'readOnly';
}

export function toVariableModes({ variables = {} }: HostIntegration): readonly VariableMode[] {
  return Object.entries(variables).map(([pointer, mode]) => ({
    path: parsePointer(pointer) ?? [],
    mode,
  }));
}

/** The schema as users get it: without hidden variables, and with `readOnly` where the host says so. */
export function toPublicSchema(
  schema: JsonSchema | null,
  modes: readonly VariableMode[],
): JsonSchema | null {
  if (!isJsonObject(schema)) return schema;
  const budget = { members: mostMembers };
  return modes.reduce<JsonObject>(
    (edited, { path, mode }) => createSchemaEditor(edited, mode, budget)(edited, path),
    schema,
  );
}

/** The variables without those that are hidden. */
export function withoutHidden(variables: JsonObject, modes: readonly VariableMode[]): JsonObject {
  return modes.reduce<JsonObject>(
    (left, { path, mode }) => (mode === 'hidden' ? removeAt(left, path) : left),
    variables,
  );
}

/** Whether a place is a hidden variable's, or within one. */
export function isHidden(place: readonly string[], modes: readonly VariableMode[]): boolean {
  return modes.some(
    ({ path, mode }) => mode === 'hidden' && path.every((step, index) => step === place[index]),
  );
}

/** The variables that are the user's to change: what the integration writes makes no edit stale. */
export function withoutModes(variables: JsonObject, modes: readonly VariableMode[]): JsonObject {
  return modes.reduce<JsonObject>((left, { path }) => removeAt(left, path), variables);
}

/**
 * Fills in, below the names that a user sets, what the integration has written there.
 * @param member The member of the body that holds the variables.
 * @throws {ProblemError} 422 where the user sets a variable that is not theirs.
 */
export function keepWritten(
  stored: JsonObject,
  wanted: JsonObject,
  modes: readonly VariableMode[],
  member: 'variables' | 'dynamicVariables',
): JsonObject {
  return modes.reduce<JsonObject>((kept, { path, mode }) => {
    const [name = ''] = path;
    if (!Object.hasOwn(kept, name)) return kept;
    const now = getAt(stored, path);
    const given = getAt(kept, path);
    const isSame = given !== undefined && now !== undefined && isSameJson(given, now);
    // A form may send back what it was shown, and nothing else.
    if (given !== undefined && !(mode === 'readOnly' && isSame)) {
      throw invalidField(toPointer([member, ...path]), 'This is set by the integration itself.');
    }
    return now === undefined ? kept : putAt(kept, path, now);
  }, wanted);
}

function removeAt(value: JsonObject, [name = '', ...rest]: readonly string[]): JsonObject {
  const member = getOwn(value, name);
  if (member === undefined) return value;
  return rest.length === 0 ? omit(value, [name]) : { ...value, [name]: removeBelow(member, rest) };
}

function removeBelow(value: JsonValue, path: readonly string[]): JsonValue {
  if (isJsonObject(value)) return removeAt(value, path);
  if (!isJsonArray(value)) return value;
  const [step, ...rest] = path;
  return value.flatMap((item, index) => {
    if (step !== String(index)) return [item];
    return rest.length === 0 ? [] : [removeBelow(item, rest)];
  });
}

function putAt(
  value: JsonObject,
  [name = '', ...rest]: readonly string[],
  put: JsonValue,
): JsonObject {
  if (rest.length === 0) return { ...value, [name]: put };
  const member = getOwn(value, name);
  // In place of an object that the user removed, or replaced with another kind of value, stands theirs.
  return member === undefined ? value : { ...value, [name]: putBelow(member, rest, put) };
}

function putBelow(value: JsonValue, path: readonly string[], put: JsonValue): JsonValue {
  if (isJsonObject(value)) return putAt(value, path, put);
  const [step, ...rest] = path;
  if (!isJsonArray(value) || rest.length === 0) return value;
  return value.map((item, index) => (step === String(index) ? putBelow(item, rest, put) : item));
}

/** Keywords whose schemas apply to the same value. */
const branches: readonly string[] = ['allOf', 'anyOf', 'oneOf', 'then', 'else'];

/** So many schemas are read for one variable: one that refers to itself ends here. */
const mostSchemas = 500;

/** So many members are copied for all variables: many references may lead to one large schema. */
const mostMembers = 50_000;

interface Budget {
  members: number;
}

type EditNode = (schema: JsonObject, path: readonly string[]) => JsonObject;

/** Changes a variable wherever the schema describes it, through references within the document. */
function createSchemaEditor(
  root: JsonObject,
  mode: VariableMode['mode'],
  budget: Budget,
): EditNode {
  let left = mostSchemas;

  function edit(schema: JsonObject, path: readonly string[]): JsonObject {
    left -= 1;
    if (left < 0 || budget.members < 0) return schema;
    budget.members -= countMembers(schema);
    const [name = '', ...rest] = path;
    const removes = rest.length === 0 && mode === 'hidden';
    const edited = editBranches(inline(schema, root, budget), path);
    const { required, properties } = edited;
    const kept =
      removes && isJsonArray(required)
        ? { ...edited, required: required.filter((each) => each !== name) }
        : edited;
    const property = isJsonObject(properties) ? getOwn(properties, name) : undefined;
    if (!isJsonObject(properties) || property === undefined) return kept;
    if (removes) return { ...kept, properties: removeAt(properties, [name]) };
    const node = isJsonObject(property) ? property : {};
    const inner = rest.length === 0 ? { ...node, readOnly: true } : edit(node, rest);
    return { ...kept, properties: { ...properties, [name]: inner } };
  }

  function editBranches(schema: JsonObject, path: readonly string[]): JsonObject {
    const editOne = (node: JsonValue): JsonValue => (isJsonObject(node) ? edit(node, path) : node);
    const edited = branches.flatMap((keyword): [string, JsonValue][] => {
      const value = getOwn(schema, keyword);
      if (value === undefined) return [];
      return [[keyword, isJsonArray(value) ? value.map(editOne) : editOne(value)]];
    });
    return edited.length === 0 ? schema : { ...schema, ...fromEntries(edited) };
  }

  return edit;
}

/** Its own, and those of the members that are edited with it. */
function countMembers(schema: JsonObject): number {
  return [schema, ...copied.map((keyword) => getOwn(schema, keyword) ?? null)].reduce<number>(
    (count, each) => count + (each === null ? 0 : Object.keys(each).length),
    0,
  );
}

const copied = ['properties', 'required', ...branches];

/** A schema with what it refers to within the document in place of the reference. */
function inline(
  schema: JsonObject,
  root: JsonObject,
  budget: Budget,
  seen = new Set<string>(),
): JsonObject {
  const reference = getOwn(schema, '$ref');
  if (typeof reference !== 'string' || seen.has(reference)) return schema;
  seen.add(reference);
  const target = findTarget(reference, root);
  if (target === null || budget.members < 0) return schema;
  budget.members -= countMembers(target);
  return inline(combine(target, omit(schema, ['$ref']), root), root, budget, seen);
}

function findTarget(reference: string, root: JsonObject): JsonObject | null {
  const found = resolveUri(reference, '');
  if (found === null || found.uri !== '' || !found.fragment.startsWith('/')) return null;
  const target = getAt(root, parsePointer(found.fragment) ?? []);
  return isJsonObject(target) ? target : null;
}

/** One schema for two that apply together. What only describes is taken from the nearer one. */
function combine(target: JsonObject, beside: JsonObject, root: JsonObject): JsonObject {
  if (Object.keys(beside).length === 0) return target;
  const constraining = Object.keys(beside).filter((keyword) => !descriptions.has(keyword));
  if (constraining.length === 0) return { ...target, ...beside };
  const isReplaced = isBefore2019(getDialect(root['$schema'], {}, DEFAULT_DIALECT));
  if (isReplaced) return { ...target, ...omit(beside, constraining) };
  const { allOf } = beside;
  return { ...beside, allOf: [...(isJsonArray(allOf) ? allOf : []), target] };
}

/** Keywords that refuse no value. */
const descriptions: ReadonlySet<string> = new Set([
  ...['title', 'description', 'default', 'examples', '$comment'],
  ...['readOnly', 'writeOnly', 'deprecated'],
  ...['$schema', '$id', 'id', '$defs', 'definitions'],
]);

function omit(value: JsonObject, names: readonly string[]): JsonObject {
  const left: Record<string, JsonValue> = { ...value };
  for (const name of names) delete left[name];
  return left;
}
