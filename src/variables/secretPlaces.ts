import {
  getOwn,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../domain/json.js';
import { appendStep, getAt, parsePointer } from '../domain/pointer.js';
import { createAllowance, type Allowance } from './allowance.js';
import { isSecretSchema, type IsSecret } from './isSecretSchema.js';
import { compilePattern, type Pattern } from './pattern/compilePattern.js';

/** A place that a value can have, with every schema that any branch could apply to it. */
export interface Place {
  /** Marked by one of them, or by nobody knows whom: then it is better not shown. */
  readonly isSecret: boolean;
  member(name: string): Place;
  item(index: number): Place;
  /** Whether an item of a list here can be secret; then the whole list is, which may lose its rows. */
  hasSecretItem(): boolean;
}

/** What is secret by one schema, told within one allowance. */
export interface SchemaWalk {
  readonly root: Place;
}

export interface SchemaWalkOptions {
  /** Default: `MAX_SECRET_STEPS`. */
  readonly allowance?: Allowance | undefined;
  /** The host's own marks. Must not throw: see `guardIsSecret`. */
  readonly isSecret?: IsSecret | undefined;
}

/**
 * The steps of one answer; past them everything counts as secret. A step takes at most a third of a
 * microsecond, so that together they take 50 ms: `npm run bench:hostile` measures it.
 */
const MAX_SECRET_STEPS = 150_000;

/** What it takes to look at a member, at a schema, and to compile a character of a pattern. */
const MEMBER_STEPS = 10;
const SCHEMA_STEPS = 10;
const COMPILE_STEPS = 20;

const branchLists = ['allOf', 'anyOf', 'oneOf'] as const;
const branches = ['if', 'then', 'else'] as const;
const branchMaps = ['dependentSchemas', 'dependencies'] as const;
const references = ['$ref', '$dynamicRef', '$recursiveRef'] as const;

export const secretPlace: Place = {
  isSecret: true,
  member: () => secretPlace,
  item: () => secretPlace,
  hasSecretItem: () => true,
};

/**
 * Creates what tells the secret places of values; one for each answer or form. `null`: nothing is
 * declared, so nothing is secret.
 */
export function createSchemaWalk(
  schema: JsonSchema | null,
  { allowance = createAllowance(MAX_SECRET_STEPS), isSecret }: SchemaWalkOptions = {},
): SchemaWalk {
  const targets = new Map<string, JsonValue>();
  const places = new Map<string, Place>();
  const ids = new Map<JsonValue, number>();
  const paid = new Set<JsonObject>();

  function spend(steps: number): void {
    if (!allowance.spend(steps)) throw new RangeError('The allowance is exhausted.');
  }

  function follow(root: JsonSchema, reference: JsonValue): JsonValue {
    if (typeof reference !== 'string') throw new TypeError('The reference is not a string.');
    const target = targets.get(reference) ?? findTarget(root, reference);
    targets.set(reference, target);
    return target;
  }

  /** Every schema object that applies where one of these does, each once. */
  function expand(schemas: readonly JsonValue[]): readonly JsonObject[] {
    const found = new Set<JsonObject>();
    const open = [...schemas];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (typeof next === 'boolean') continue;
      spend(SCHEMA_STEPS);
      if (!isJsonObject(next)) throw new TypeError('Not a schema.');
      if (found.has(next)) continue;
      found.add(next);
      for (const name of references) {
        const reference = getOwn(next, name);
        if (reference !== undefined) open.push(follow(schema ?? true, reference));
      }
      for (const branch of listBranches(next)) open.push(branch);
    }
    return [...found];
  }

  /** Asks first, since an error for each name past the allowance would take longer than the rest. */
  function orSecret(create: () => Place): Place {
    if (!allowance.spend(MEMBER_STEPS)) return secretPlace;
    try {
      return create();
    } catch {
      return secretPlace;
    }
  }

  /**
   * The same schemas make the same place, however many names lead there; not where a host may tell
   * the names apart.
   */
  function toPlace(schemas: readonly JsonValue[], pointer: string): Place {
    spend(schemas.length);
    const key = `${schemas.map(toId).join()} ${pointer}`;
    return remember(places, key, () => createPlace(schemas, pointer));
  }

  /** Pointers are for the host alone, and take long to write. */
  function toInner(pointer: string, step: string | number): string {
    return isSecret === undefined ? '' : appendStep(pointer, step);
  }

  function toId(node: JsonValue): number {
    return remember(ids, node, () => ids.size);
  }

  function createPlace(schemas: readonly JsonValue[], pointer: string): Place {
    const applied = expand(schemas);
    if (applied.some((each) => isSecretSchema(each) || isSecret?.(each, pointer) === true)) {
      return secretPlace;
    }
    // Past the longest list of own schemas for the first items, all items are alike.
    const alike = Math.max(0, ...applied.map(countPrefix));
    const hasItems = alike > 0 || applied.some((each) => listItem(each, 0).length > 0);
    const item = (position: number): Place =>
      orSecret(() => {
        const index = Math.min(position, alike);
        const inner = applied.flatMap((each) => listItem(each, index));
        return toPlace(inner, toInner(pointer, position));
      });
    return {
      isSecret: false,
      item,
      hasSecretItem() {
        if (!hasItems) return false;
        for (let index = 0; index <= alike; index += 1) if (item(index).isSecret) return true;
        return false;
      },
      member: (name) =>
        orSecret(() => {
          const inner = applied.flatMap((each) => listMember(each, name, mayMatch));
          return toPlace(inner, toInner(pointer, name));
        }),
    };
  }

  /** A name that cannot be tested within the allowance may match. */
  function mayMatch(patterns: JsonObject, name: string): readonly JsonValue[] {
    if (!paid.has(patterns)) {
      for (const source of Object.keys(patterns)) spend(COMPILE_STEPS * (source.length + 1));
    }
    paid.add(patterns);
    return compilePatterns(patterns).flatMap(([pattern, member]) => {
      const found = pattern?.test(name, allowance) ?? null;
      // Throws where the allowance is the reason why this is not decided.
      if (found === null) spend(0);
      return found === false ? [] : [member];
    });
  }

  return { root: orSecret(() => toPlace(schema === null ? [] : [schema], '')) };
}

type NamePatterns = readonly (readonly [pattern: Pattern | null, member: JsonValue])[];

const compiled = new WeakMap<JsonObject, NamePatterns>();

function compilePatterns(patterns: JsonObject): NamePatterns {
  const known =
    compiled.get(patterns) ??
    Object.entries(patterns).map(([source, member]) => [compilePattern(source), member] as const);
  compiled.set(patterns, known);
  return known;
}

/**
 * What a reference leads to, within the document alone. Anything but a path from its root leads
 * nowhere: anchors, and every path where a part has an `$id`, at which paths start anew.
 */
function findTarget(root: JsonSchema, reference: string): JsonValue {
  const ownId = isJsonObject(root) ? getOwn(root, '$id') : undefined;
  const [base, fragment = ''] = reference.split('#', 2);
  const path = parsePointer(decodeURIComponent(fragment));
  const isLocal = (base === '' || base === ownId) && !hasInnerIds(root) && path !== null;
  const target = isLocal ? getAt(root, path) : undefined;
  if (target === undefined) throw new Error('The reference leads nowhere.');
  return target;
}

const innerIds = new WeakMap<object, boolean>();

function hasInnerIds(root: JsonSchema): boolean {
  if (!isJsonObject(root)) return false;
  const count = getOwn(root, '$id') === undefined ? 1 : 2;
  const known = innerIds.get(root) ?? JSON.stringify(root).split('"$id":').length > count;
  innerIds.set(root, known);
  return known;
}

function remember<K, V>(known: Map<K, V>, key: K, create: () => V): V {
  const value = known.get(key) ?? create();
  known.set(key, value);
  return value;
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

function listMember(
  schema: JsonObject,
  name: string,
  match: (patterns: JsonObject, name: string) => readonly JsonValue[],
): JsonValue[] {
  const properties = getOwn(schema, 'properties');
  const own = isJsonObject(properties) ? getOwn(properties, name) : undefined;
  const patterns = getOwn(schema, 'patternProperties');
  const matching = isJsonObject(patterns) ? match(patterns, name) : [];
  const found = [...(own === undefined ? [] : [own]), ...matching];
  if (found.length > 0) return found;
  return present(schema, ['additionalProperties', 'unevaluatedProperties']);
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
