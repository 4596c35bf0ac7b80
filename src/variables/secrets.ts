import {
  fromEntries,
  getOwn,
  isJsonArray,
  isJsonObject,
  isSameJson,
  type JsonObject,
  type JsonValue,
} from '../domain/json.js';
import { toPointer } from '../domain/pointer.js';
import type { Place, SchemaWalk } from './secretPlaces.js';

export interface SplitSecrets {
  /** The variables without what is secret. */
  readonly visible: JsonObject;
  /** JSON Pointers of the secret values that are set, in the order of the variables. */
  readonly secretsSet: readonly string[];
}

/**
 * Parts the secret values of variables from the others. Secret is what any branch of the schema
 * marks so (whether or not the branch holds for these values), and what a branch says that cannot be
 * followed. A list with a secret item is secret as a whole, since
 * its items would change places.
 */
export function splitSecrets({ root }: SchemaWalk, variables: JsonObject): SplitSecrets {
  const secretsSet: string[] = [];
  return { visible: showMembers(root, variables, [], secretsSet), secretsSet };
}

/** Whether a value at this path (`['lines', 0, 'token']`) would be secret, whatever it is. */
export function isSecretPlace({ root }: SchemaWalk, path: readonly (string | number)[]): boolean {
  let place = root;
  for (const step of path) {
    if (place.isSecret || place.hasSecretItem()) return true;
    const isIndex = typeof step === 'number' || /^\d+$/.test(step);
    const member = place.member(String(step));
    // A draft's path does not say whether "0" is a name or an index: either may make it secret.
    if (isIndex && (place.item(Number(step)).isSecret || member.isSecret)) return true;
    place = isIndex ? place.item(Number(step)) : member;
  }
  return place.isSecret || place.hasSecretItem();
}

/**
 * The values to store for a change that was made without seeing the secrets: a secret that is absent
 * below a changed name keeps its stored value. A list's row keeps its secrets only where everything
 * else about it is unchanged, and no other stored row could be meant.
 */
export function keepSecrets(
  { root }: SchemaWalk,
  stored: JsonObject,
  patch: JsonObject,
): JsonObject {
  return fromEntries(
    Object.entries(patch).map(([name, value]) => {
      const old = getOwn(stored, name);
      return [name, old === undefined ? value : keep(root.member(name), old, value)];
    }),
  );
}

type Path = readonly (string | number)[];

/** A list that can have a secret item is one, and so is whatever stands in place of such a list. */
function isSecretValue(place: Place, value: JsonValue): boolean {
  if (place.isSecret || place.hasSecretItem()) return true;
  return isJsonArray(value) && value.some((_, index) => place.item(index).isSecret);
}

/** What may be seen of a value; `undefined`: nothing. Adds the places of secrets to `secretsSet`. */
function show(
  place: Place,
  value: JsonValue,
  path: Path = [],
  secretsSet: string[] = [],
): JsonValue | undefined {
  if (isSecretValue(place, value)) {
    secretsSet.push(toPointer(path));
    return undefined;
  }
  if (isJsonArray(value)) {
    return value.map(
      (item, index) => show(place.item(index), item, [...path, index], secretsSet) ?? null,
    );
  }
  return isJsonObject(value) ? showMembers(place, value, path, secretsSet) : value;
}

function showMembers(
  place: Place,
  value: JsonObject,
  path: Path,
  secretsSet: string[],
): JsonObject {
  return fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, JsonValue][] => {
      const shown = show(place.member(name), member, [...path, name], secretsSet);
      return shown === undefined ? [] : [[name, shown]];
    }),
  );
}

function keep(place: Place, old: JsonValue, next: JsonValue): JsonValue {
  if (isSecretValue(place, old)) return next;
  if (isJsonArray(old) && isJsonArray(next)) return keepRows(place, old, next);
  if (!isJsonObject(old) || !isJsonObject(next)) return next;
  const kept = Object.entries(next).map(([name, value]): [string, JsonValue] => {
    const before = getOwn(old, name);
    return [name, before === undefined ? value : keep(place.member(name), before, value)];
  });
  // An object of secrets alone looks empty to whoever changed the rest, and may come back absent.
  const absent = Object.entries(old).filter(
    ([name, value]) => !Object.hasOwn(next, name) && isEmpty(show(place.member(name), value)),
  );
  return fromEntries([...kept, ...absent]);
}

function keepRows(
  place: Place,
  old: readonly JsonValue[],
  next: readonly JsonValue[],
): readonly JsonValue[] {
  const seen = old.map((row, index) => show(place.item(index), row) ?? null);
  if (isSameJson(seen, next)) return old;
  return next.map((row) => {
    const matches = old.filter((_, index) => isSameJson(seen[index] ?? null, row));
    const [match] = matches;
    const isCertain = match !== undefined && matches.every((each) => isSameJson(each, match));
    return isCertain ? match : row;
  });
}

/** Nothing, or an object of nothing. What was empty before it was shown is no harm to keep. */
function isEmpty(shown: JsonValue | undefined): boolean {
  return shown === undefined || (isJsonObject(shown) && Object.values(shown).every(isEmpty));
}
