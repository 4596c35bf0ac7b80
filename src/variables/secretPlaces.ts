import type { JsonSchema } from '../domain/json.js';
import { appendStep } from '../domain/pointer.js';
import { createAllowance, type Allowance } from './allowance.js';
import { isSecretSchema, type IsSecret } from './isSecretSchema.js';
import { listInPlace } from './schema/listSubschemas.js';
import { readSchema, type ReadSchema } from './schema/readSchema.js';
import type { ArrayRules, ObjectRules, SchemaNode } from './schema/schemaNode.js';

/** A place that a value can have, with every schema that any branch could apply to it. */
export interface Place {
  /** Marked by one of them, or undecided: then it is not shown. */
  readonly isSecret: boolean;
  member(name: string): Place;
  item(index: number): Place;
  /** Whether an item of a list here can be secret; then the whole list is, which may lose its rows. */
  hasSecretItem(): boolean;
}

/** The secret places of one schema, computed within one allowance. */
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
 * microsecond, so that together they take less than 50 ms: `npm run bench:hostile` measures it.
 */
const MAX_SECRET_STEPS = 75_000;

/** What it takes to look at a member that was not looked at before, and at a schema. */
const MEMBER_STEPS = 10;
const SCHEMA_STEPS = 10;

export const secretPlace: Place = {
  isSecret: true,
  member: () => secretPlace,
  item: () => secretPlace,
  hasSecretItem: () => true,
};

/** As `createReadSchemaWalk`. `null`: nothing is declared, so nothing is secret. */
export function createSchemaWalk(
  schema: JsonSchema | null,
  options?: SchemaWalkOptions,
): SchemaWalk {
  return createReadSchemaWalk(readSchema(schema ?? true), options);
}

/** Creates what tells the secret places of values; one for each answer or form. */
export function createReadSchemaWalk(
  read: ReadSchema,
  { allowance = createAllowance(MAX_SECRET_STEPS), isSecret }: SchemaWalkOptions = {},
): SchemaWalk {
  const places = new Map<string, Place>();
  const ids = new Map<SchemaNode, number>();
  let dynamicTargets: ReadonlyMap<string, readonly SchemaNode[]> | undefined;

  function spend(steps: number): void {
    if (!allowance.spend(steps)) throw new RangeError('The allowance is exhausted.');
  }

  /** Every schema that applies where one of these does, each once. */
  function expand(schemas: readonly SchemaNode[]): readonly SchemaNode[] {
    const found = new Set<SchemaNode>();
    const open = [...schemas];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      spend(SCHEMA_STEPS);
      if (isUnread(next)) throw new TypeError('It cannot be followed.');
      if (found.has(next)) continue;
      found.add(next);
      for (const inner of listInPlace(next)) open.push(inner);
      if (next.if !== undefined) open.push(next.if);
      for (const { dynamicAnchor } of next.references) {
        if (dynamicAnchor === undefined) continue;
        dynamicTargets ??= listDynamicTargets(read);
        open.push(...(dynamicTargets.get(dynamicAnchor) ?? []));
      }
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
  function toPlace(schemas: readonly SchemaNode[], pointer: string): Place {
    spend(schemas.length);
    const key = `${schemas.map(toId).join()} ${pointer}`;
    return remember(places, key, () => createPlace(schemas, pointer));
  }

  /** Pointers are for the host alone, and take long to write. */
  function toInner(pointer: string, step: string | number): string {
    return isSecret === undefined ? '' : appendStep(pointer, step);
  }

  function toId(node: SchemaNode): number {
    return remember(ids, node, () => ids.size);
  }

  function isMarked({ source }: SchemaNode, pointer: string): boolean {
    if (typeof source === 'boolean') return false;
    return isSecretSchema(source) || isSecret?.(source, pointer) === true;
  }

  function createPlace(schemas: readonly SchemaNode[], pointer: string): Place {
    const applied = expand(schemas);
    if (applied.some((each) => isMarked(each, pointer))) return secretPlace;
    const objects = applied.flatMap(({ object }) => object ?? []);
    const arrays = applied.flatMap(({ array }) => array ?? []);
    const members = new Map<string, Place>();
    // Past the longest list of own schemas for the first items, all items are alike.
    const alike = Math.max(0, ...arrays.map(({ prefixItems = [] }) => prefixItems.length));
    const hasItems = alike > 0 || arrays.some((each) => listItem(each, 0).length > 0);
    const item = (position: number): Place =>
      orSecret(() => {
        spend(arrays.length);
        const index = Math.min(position, alike);
        const inner = arrays.flatMap((each) => listItem(each, index));
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
      member(name) {
        const known = members.get(name);
        if (known !== undefined) return allowance.spend(1) ? known : secretPlace;
        const place = orSecret(() => {
          spend(objects.length);
          const inner = objects.flatMap((each) => listMember(each, name));
          return toPlace(inner, toInner(pointer, name));
        });
        members.set(name, place);
        return place;
      },
    };
  }

  function listMember(object: ObjectRules, name: string): readonly SchemaNode[] {
    const own = object.properties?.get(name);
    const found = own === undefined ? [] : [own];
    for (const { pattern, schema } of object.patternProperties ?? []) {
      const isMatch = pattern.test(name, allowance);
      // Throws where the allowance is the reason why this is not decided; else it may match.
      if (isMatch === null) spend(0);
      if (isMatch !== false) found.push(schema);
    }
    if (found.length > 0) return found;
    return [object.additionalProperties, object.unevaluatedProperties].filter(isPresent);
  }

  return { root: orSecret(() => toPlace([read.root], '')) };
}

/** No schema, a reference that leads nowhere, or more than can be read: it may say anything. */
function isUnread({ source, problem, isPartial }: SchemaNode): boolean {
  return isPartial || (typeof source === 'boolean' && problem !== undefined);
}

/** The schemas that a dynamic reference may lead to, by its anchor. */
function listDynamicTargets({ nodes }: ReadSchema): ReadonlyMap<string, readonly SchemaNode[]> {
  const targets = new Map<string, SchemaNode[]>();
  for (const { dynamicAnchors } of new Set(nodes.map(({ resource }) => resource))) {
    for (const [anchor, node] of dynamicAnchors) remember(targets, anchor, () => []).push(node);
  }
  return targets;
}

function listItem(array: ArrayRules, position: number): readonly SchemaNode[] {
  const own = array.prefixItems?.[position];
  const rest = own === undefined ? [array.items, array.unevaluatedItems] : [own];
  return [array.contains, ...rest].filter(isPresent);
}

function isPresent(node: SchemaNode | undefined): node is SchemaNode {
  return node !== undefined;
}

function remember<K, V>(known: Map<K, V>, key: K, create: () => V): V {
  const value = known.get(key) ?? create();
  known.set(key, value);
  return value;
}
