import {
  fromEntries,
  getOwn,
  isJsonObject,
  isSameJson,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../domain/json.js';
import { toPointer } from '../domain/pointer.js';
import { createSchemaWalk, isList, type Place } from './secretPlaces.js';

export interface SplitSecrets {
  /** The variables without what is secret. */
  readonly visible: JsonObject;
  /** JSON Pointers of the secret values that are set, in the order of the variables. */
  readonly secretsSet: readonly string[];
}

/**
 * Parts the secret values of variables from the others. Secret is what any branch of the schema
 * marks `writeOnly` or `format: password` (whether or not the branch holds for these values), and
 * what a branch says that cannot be followed. A list with a secret item is secret as a whole, since
 * its items would change places.
 */
export function splitSecrets(schema: JsonSchema | null, variables: JsonObject): SplitSecrets {
  const walk = createSchemaWalk(schema);
  const secretsSet: string[] = [];

  function visit(place: Place, path: readonly (string | number)[], value: JsonValue): Shown {
    if (isSecretValue(place, value)) {
      secretsSet.push(toPointer(path));
      return hidden;
    }
    if (isList(value)) {
      const items = value.map((item, index) => visit(place.item(index), [...path, index], item));
      return { value: items.map((item) => item.value ?? null) };
    }
    return isJsonObject(value) ? { value: visitObject(place, path, value) } : { value };
  }

  function visitObject(
    place: Place,
    path: readonly (string | number)[],
    value: JsonObject,
  ): JsonObject {
    const members: [string, JsonValue][] = [];
    for (const [name, member] of Object.entries(value)) {
      const shown = visit(place.member(name), [...path, name], member);
      if (shown.value !== undefined) members.push([name, shown.value]);
    }
    return fromEntries(members);
  }

  return { visible: visitObject(walk.root, [], variables), secretsSet };
}

/** Whether a value at this path (`['lines', 0, 'token']`) would be secret, whatever it is. */
export function isSecretPlace(
  schema: JsonSchema | null,
  path: readonly (string | number)[],
): boolean {
  let place = createSchemaWalk(schema).root;
  for (const step of path) {
    if (place.isSecret) return true;
    const isIndex = typeof step === 'number' || /^\d+$/.test(step);
    const member = place.member(String(step));
    // A draft's path does not say whether "0" is a name or an index: either may make it secret.
    if (isIndex && (place.item(Number(step)).isSecret || member.isSecret)) return true;
    place = isIndex ? place.item(Number(step)) : member;
  }
  return place.isSecret;
}

/**
 * The values to store for a change that was made without seeing the secrets: a secret that is absent
 * below a changed name keeps its stored value. A list's row keeps its secrets only where everything
 * else about it is unchanged, and no other stored row could be meant.
 */
export function keepSecrets(
  schema: JsonSchema | null,
  stored: JsonObject,
  patch: JsonObject,
): JsonObject {
  const { root } = createSchemaWalk(schema);
  return fromEntries(
    Object.entries(patch).map(([name, value]) => {
      const old = getOwn(stored, name);
      return [name, old === undefined ? value : keep(root.member(name), old, value)];
    }),
  );
}

interface Shown {
  /** `undefined`: secret. */
  readonly value: JsonValue | undefined;
}

const hidden: Shown = { value: undefined };

function isSecretValue(place: Place, value: JsonValue): boolean {
  if (place.isSecret) return true;
  return isList(value) && value.some((_, index) => place.item(index).isSecret);
}

function keep(place: Place, old: JsonValue, next: JsonValue): JsonValue {
  if (isSecretValue(place, old)) return next;
  if (isList(old) && isList(next)) return keepRows(place, old, next);
  if (!isJsonObject(old) || !isJsonObject(next)) return next;
  const members = Object.entries(next).map(([name, value]): [string, JsonValue] => {
    const before = getOwn(old, name);
    return [name, before === undefined ? value : keep(place.member(name), before, value)];
  });
  for (const [name, value] of Object.entries(old)) {
    if (Object.hasOwn(next, name)) continue;
    const member = place.member(name);
    // An object of secrets alone looks empty to whoever changed the rest, and may come back absent.
    if (isSecretValue(member, value) || isSecretThroughout(member, value)) {
      members.push([name, value]);
    }
  }
  return fromEntries(members);
}

function keepRows(
  place: Place,
  old: readonly JsonValue[],
  next: readonly JsonValue[],
): readonly JsonValue[] {
  const seen = old.map((row, index) => hide(place.item(index), row));
  const isUntouched =
    old.length === next.length && next.every((row, index) => isSameJson(row, seen[index] ?? null));
  if (isUntouched) return old;
  return next.map((row) => {
    const matches = old.filter((_, index) => isSameJson(seen[index] ?? null, row));
    const [match] = matches;
    const isCertain = match !== undefined && matches.every((each) => isSameJson(each, match));
    return isCertain ? match : row;
  });
}

/** The value as it is shown, below a place that is not secret itself. */
function hide(place: Place, value: JsonValue): JsonValue {
  if (isList(value)) return value.map((item, index) => hide(place.item(index), item));
  if (!isJsonObject(value)) return value;
  return fromEntries(
    Object.entries(value)
      .filter(([name, member]) => !isSecretValue(place.member(name), member))
      .map(([name, member]) => [name, hide(place.member(name), member)]),
  );
}

function isSecretThroughout(place: Place, value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  const members = Object.entries(value);
  return (
    members.length > 0 &&
    members.every(([name, member]) => {
      const inner = place.member(name);
      return isSecretValue(inner, member) || isSecretThroughout(inner, member);
    })
  );
}
