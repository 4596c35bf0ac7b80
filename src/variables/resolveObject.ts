import {
  fromEntries,
  getOwn,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../domain/json.js';
import { getAt } from '../domain/pointer.js';
import { isNothing } from './keywordShapes.js';
import {
  toInnerPlace,
  type Described,
  type Place,
  type ResolveContext,
  type Resolved,
} from './place.js';
import { entriesOf, toNames } from './schemaParts.js';
import {
  getEntries,
  getMembers,
  withEntries,
  type InputEntry,
  type VariableInput,
} from './variableInput.js';

/** Objects: a field for each property; `null` where the schema does not describe any. */
export function resolveObject(context: ResolveContext, described: Described): Resolved | null {
  const { place, parts, base } = described;
  const names = describeNames(context, parts.nodes);
  const wanted = new Set([...names.required, ...parts.dependentNames]);
  const requiredNames = [...wanted];
  const declared = [...new Set([...names.declared, ...requiredNames])];
  const entries = toEntries(place, new Set(declared));
  const isEmpty = declared.length === 0 && entries.length === 0 && !names.isOpen;
  if (isEmpty && !names.isStrict && place.pointer !== '') return null;
  const open = isOpen(described, isEmpty);
  const object = {
    ...base,
    kind: 'object',
    canAddEntry: names.isOpen,
    open,
    requiredNames,
  } as const;
  if (!open) return { field: { ...object, fields: [], entries: [] }, input: place.input };

  const members = declared.map((name) => {
    const member = toMemberPlace(described, name, wanted.has(name));
    return context.resolve(names.getSchemas(name), member);
  });
  const rows = entries.map((row) => {
    const resolved = context.resolve(names.getSchemas(row.name), toEntryPlace(described, row));
    return { ...resolved, id: row.id, name: row.name };
  });
  return {
    field: {
      ...object,
      fields: members.map(({ field }) => field),
      entries: rows.map(({ id, name, field }) => ({ id, name, field })),
    },
    input: toObjectInput(place, members, rows),
  };
}

function toObjectInput(
  place: Place,
  members: readonly Resolved[],
  rows: readonly InputEntry[],
): VariableInput {
  const next = new Map(Object.entries(getMembers(place.input) ?? {}));
  for (const { field, input } of members) if (input !== undefined) next.set(field.name, input);
  const known = isJsonObject(place.input) ? place.input : {};
  // An object that was given is there, whatever is taken out of it.
  const isGiven = getMembers(known) === null && isJsonObject(place.seed);
  const object = { ...known, object: fromEntries(next), ...(isGiven && { present: true }) };
  // Rows that were read once are the user's, also where there is none.
  const hasRows = rows.length > 0 || getEntries(known) !== null || isJsonObject(place.seed);
  return hasRows ? withEntries(object, rows) : object;
}

/** A schema within itself has no end, so it opens only where there is something to show. */
function isOpen({ place, parts }: Described, isEmpty: boolean): boolean {
  if (place.pointer === '') return true;
  if (place.input === null) return place.required;
  const isGiven = getMembers(place.input) !== null || isJsonObject(place.seed);
  if (parts.nodes.some((node) => place.trail.has(node))) return isGiven;
  return isGiven || place.required || !isEmpty;
}

function toMemberPlace(described: Described, name: string, required: boolean): Place {
  const { input, seed, isVariant } = described.place;
  const known = getOwn(getMembers(input) ?? {}, name);
  const given = getAt(seed, [name]);
  return {
    ...toInnerPlace(described, name, { kind: 'name', name }, known, given),
    required,
    // Values that came without the constant do without it.
    isTelling: isVariant && !(isJsonObject(seed) && given === undefined),
  };
}

function toEntryPlace(described: Described, { id, name, input }: InputEntry): Place {
  const { place } = described;
  const isNew = getEntries(place.input) !== null;
  const given = name === null || isNew ? undefined : getAt(place.seed, [name]);
  const inner = toInnerPlace(described, name ?? '', { kind: 'entry', id }, input, given);
  return { ...inner, fillsDefault: inner.fillsDefault || (isNew && input === undefined) };
}

/** The rows that the user named, or the members of the given value that no field speaks of. */
function toEntries(place: Place, declared: ReadonlySet<string>): readonly InputEntry[] {
  const known = getEntries(place.input);
  const given = isJsonObject(place.seed) ? place.seed : {};
  // A name that is still being typed may be that of a field for a moment.
  if (known !== null) {
    return known.filter(
      ({ name }) => name === null || !declared.has(name) || !Object.hasOwn(given, name),
    );
  }
  if (place.input !== undefined && getMembers(place.input) === null) return [];
  return Object.keys(given)
    .filter((name) => !declared.has(name))
    .map((name, id) => ({ id, name, input: undefined }));
}

interface Names {
  readonly declared: readonly string[];
  readonly required: readonly string[];
  /** The user may add names. */
  readonly isOpen: boolean;
  /** No name may be added at all. */
  readonly isStrict: boolean;
  /** The schemas of a property; `null`: of one that has no name yet. */
  getSchemas(name: string | null): readonly JsonValue[];
}

function describeNames({ document }: ResolveContext, nodes: readonly JsonObject[]): Names {
  const declared = nodes.flatMap((node) => entriesOf(node['properties']).map(([name]) => name));
  const rests = nodes.map(({ additionalProperties: rest, unevaluatedProperties }) =>
    rest === undefined ? unevaluatedProperties : rest,
  );
  const isStrict = rests.some(isNothing);
  const isDescribed = rests.some((rest) => isJsonObject(rest) && !isNothing(rest));
  const isAnything = rests.includes(true) && declared.length === 0;
  const hasPatterns = nodes.some((node) => document.getPatternSchemas(node, null).length > 0);

  function getNodeSchemas(node: JsonObject, index: number, name: string | null): JsonValue[] {
    const properties = node['properties'];
    const own = name !== null && isJsonObject(properties) ? getOwn(properties, name) : undefined;
    const patterns = document.getPatternSchemas(node, name);
    const schemas = own === undefined ? [...patterns] : [own, ...patterns];
    const rest = rests[index];
    return schemas.length > 0 || rest === undefined || isNothing(rest) ? schemas : [rest];
  }

  return {
    declared,
    required: nodes.flatMap((node) => toNames(node['required'])),
    isOpen: hasPatterns || ((isDescribed || isAnything) && !isStrict),
    isStrict,
    getSchemas: (name) => nodes.flatMap((node, index) => getNodeSchemas(node, index, name)),
  };
}
