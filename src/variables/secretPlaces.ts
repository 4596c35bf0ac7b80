import {
  getOwn,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../domain/json.js';
import { getAt, parsePointer } from '../domain/pointer.js';

/** A place that a value can have, with every schema that any branch could apply to it. */
export interface Place {
  /** Marked by one of them, or by nobody knows whom: then it is better not shown. */
  readonly isSecret: boolean;
  member(name: string): Place;
  item(index: number): Place;
}

export interface SchemaWalk {
  readonly root: Place;
}

/** So many schemas are looked at for one document; past them everything counts as secret. */
const MOST_STEPS = 50_000;

const branchLists = ['allOf', 'anyOf', 'oneOf'] as const;
const branches = ['if', 'then', 'else'] as const;
const branchMaps = ['dependentSchemas', 'dependencies'] as const;
const references = ['$ref', '$dynamicRef', '$recursiveRef'] as const;

const secretPlace: Place = { isSecret: true, member: () => secretPlace, item: () => secretPlace };

/** `null`: nothing is declared, so nothing is secret. */
export function createSchemaWalk(schema: JsonSchema | null): SchemaWalk {
  let steps = 0;
  let hasInnerIds: boolean | undefined;

  /**
   * What a reference leads to, within the document alone. Anything but a path from its root leads
   * nowhere: anchors, and every path where a part has an `$id`, at which paths start anew.
   */
  function findTarget(root: JsonSchema, reference: JsonValue): JsonValue {
    if (typeof reference !== 'string') throw new Error('The reference is none.');
    const ownId = isJsonObject(root) ? getOwn(root, '$id') : undefined;
    hasInnerIds ??= JSON.stringify(root).split('"$id":').length > (ownId === undefined ? 1 : 2);
    const [base, fragment = ''] = reference.split('#', 2);
    const path = parsePointer(decodeURIComponent(fragment));
    const isLocal = (base === '' || base === ownId) && !hasInnerIds && path !== null;
    const target = isLocal ? getAt(root, path) : undefined;
    if (target === undefined) throw new Error('The reference leads nowhere.');
    return target;
  }

  /** Every schema object that applies where one of these does, each once. */
  function expand(schemas: readonly JsonValue[]): readonly JsonObject[] {
    const found = new Set<JsonObject>();
    const open = [...schemas];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (typeof next === 'boolean') continue;
      if (!isJsonObject(next) || (steps += 1) > MOST_STEPS) throw new Error('No way on.');
      if (found.has(next)) continue;
      found.add(next);
      for (const name of references) {
        const reference = getOwn(next, name);
        if (reference !== undefined) open.push(findTarget(schema ?? true, reference));
      }
      open.push(...listBranches(next));
    }
    return [...found];
  }

  function toPlace(schemas: readonly JsonValue[]): Place {
    let applied: readonly JsonObject[];
    try {
      applied = expand(schemas);
    } catch {
      return secretPlace; // What a branch says cannot be known.
    }
    if (applied.some(isMarked)) return secretPlace;
    const members = new Map<string, Place>();
    const items = new Map<number, Place>();
    // Past the longest list of own schemas for the first items, all items are alike.
    const alike = Math.max(0, ...applied.map(countPrefix));
    return {
      isSecret: false,
      member: (name) =>
        remember(members, name, () => toPlace(applied.flatMap((each) => listMember(each, name)))),
      item: (position) => {
        const own = Math.min(position, alike);
        return remember(items, own, () => toPlace(applied.flatMap((each) => listItem(each, own))));
      },
    };
  }

  return { root: toPlace(schema === null ? [] : [schema]) };
}

function remember<K>(known: Map<K, Place>, key: K, create: () => Place): Place {
  const place = known.get(key) ?? create();
  known.set(key, place);
  return place;
}

function isMarked(schema: JsonObject): boolean {
  return getOwn(schema, 'writeOnly') === true || getOwn(schema, 'format') === 'password';
}

function listBranches(schema: JsonObject): JsonValue[] {
  return [
    ...branchLists.flatMap((name) => {
      const list = getOwn(schema, name);
      return isJsonArray(list) ? list : [];
    }),
    ...present(schema, branches),
    ...branchMaps.flatMap((name) => {
      const map = getOwn(schema, name);
      // The older `dependencies` may also hold lists of names.
      return isJsonObject(map) ? Object.values(map).filter((each) => !isJsonArray(each)) : [];
    }),
  ];
}

function listMember(schema: JsonObject, name: string): JsonValue[] {
  const properties = getOwn(schema, 'properties');
  const own = isJsonObject(properties) ? getOwn(properties, name) : undefined;
  const patterns = getOwn(schema, 'patternProperties');
  const matching = isJsonObject(patterns)
    ? Object.entries(patterns).filter(([pattern]) => mayMatch(pattern, name))
    : [];
  const found = [...(own === undefined ? [] : [own]), ...matching.map(([, each]) => each)];
  if (found.length > 0) return found;
  return present(schema, ['additionalProperties', 'unevaluatedProperties']);
}

/**
 * What cannot be tested at once may match: a pattern whose work could explode is tried on short names
 * alone, where even that is done in milliseconds.
 */
function mayMatch(pattern: string, name: string): boolean {
  const isPlain = !/\)[*+?{]|\(\?|\\[1-9k]|[*+?{].*[*+?{]/.test(pattern);
  if (name.length > (isPlain ? 1000 : 18)) return true;
  return ['u', ''].some((flags) => {
    try {
      return new RegExp(pattern, flags).test(name);
    } catch {
      return flags === ''; // No pattern under either flag.
    }
  });
}

function countPrefix(schema: JsonObject): number {
  const prefix = getOwn(schema, 'prefixItems');
  const items = getOwn(schema, 'items');
  return Math.max(isJsonArray(prefix) ? prefix.length : 0, isJsonArray(items) ? items.length : 0);
}

function listItem(schema: JsonObject, position: number): JsonValue[] {
  const always = present(schema, ['contains']);
  // Until 2019 a list under `items` was what `prefixItems` is now.
  for (const [name, rest] of [
    ['prefixItems', ['items', 'unevaluatedItems']],
    ['items', ['additionalItems', 'unevaluatedItems']],
  ] as const) {
    const prefix = getOwn(schema, name);
    if (!isJsonArray(prefix)) continue;
    const own: JsonValue | undefined = prefix[position];
    return own === undefined ? [...always, ...present(schema, rest)] : [...always, own];
  }
  return [...always, ...present(schema, ['items', 'unevaluatedItems'])];
}

function present(schema: JsonObject, names: readonly string[]): JsonValue[] {
  return names.map((name) => getOwn(schema, name)).filter((each) => each !== undefined);
}
