import { isJsonObject } from '../domain/json.js';
import { getAt } from '../domain/pointer.js';
import { sortFields } from './fieldOrder.js';
import { isFalseSchema, type ObjectRules, type SchemaNode } from './schema/schemaNode.js';
import {
  toInnerPlace,
  type Described,
  type Place,
  type ResolveContext,
  type Resolved,
} from './place.js';
import { replaceWithin } from './inputAt.js';
import { getKeyword } from './schemaParts.js';
import {
  getMember,
  getObject,
  isOmitted,
  type InputEntry,
  type VariableInput,
} from './variableInput.js';

/** Objects: a field for each property, and rows of names and values where others may be added. */
export function resolveObject(context: ResolveContext, described: Described): Resolved {
  const { place, parts, base } = described;
  const names = describeNames(context, parts.nodes);
  const wanted = new Set([...names.required, ...parts.dependentNames]);
  const requiredNames = [...wanted];
  const declared = [...new Set([...names.declared, ...requiredNames])];
  const entries = toEntries(place, new Set(declared));
  const isEmpty = declared.length === 0 && entries.length === 0 && !names.isOpen;
  const open = isOpen(described, isEmpty);
  const object = {
    ...base,
    kind: 'object',
    canAddEntry: names.isOpen,
    open,
    requiredNames,
  } as const;
  if (!open) return { field: { ...object, fields: [], entries: [] }, input: place.input };

  const members = nameApart(
    names,
    declared.map((name) => {
      const member = toMemberPlace(described, name, wanted.has(name));
      return context.resolve(names.getSchemas(name), member);
    }),
  );
  const rows = entries.map((row) => {
    const resolved = context.resolve(names.getSchemas(row.name), toEntryPlace(described, row));
    return { ...resolved, id: row.id, name: row.name, input: resolved.input ?? null };
  });
  return {
    field: {
      ...object,
      fields: sortFields(
        parts.nodes,
        members.map(({ field }) => field),
      ),
      entries: rows.map(({ id, name, field }) => ({ id, name, field })),
    },
    input: toObjectInput(place, members, rows),
  };
}

/**
 * Leaves out the title of a definition that several properties share: "Address" and "Address" are told
 * apart by their own names.
 */
function nameApart(names: Names, members: readonly Resolved[]): readonly Resolved[] {
  const counts = new Map<string, number>();
  for (const { field } of members) {
    if (field.title !== undefined) counts.set(field.title, (counts.get(field.title) ?? 0) + 1);
  }
  return members.map((member) => {
    const { field } = member;
    if (field.title === undefined || counts.get(field.title) === 1) return member;
    const isOwn = names
      .getSchemas(field.name)
      .some((node) => getKeyword(node, 'title') !== undefined);
    return isOwn ? member : { ...member, field: { ...field, title: undefined } };
  });
}

function toObjectInput(
  place: Place,
  members: readonly Resolved[],
  rows: readonly InputEntry[],
): VariableInput {
  const known = getObject(place.input);
  const next = new Map(Object.entries(known?.members ?? {}));
  for (const { field, input } of members) if (input !== undefined) next.set(field.name, input);
  const isSeeded = isJsonObject(place.seed);
  // Rows that were read once are the user's, also where there is none.
  const hasRows = rows.length > 0 || (known?.entries ?? null) !== null || isSeeded;
  return replaceWithin(place.input, {
    kind: 'object',
    members: Object.fromEntries(next),
    entries: hasRows ? rows.map(({ id, name, input }) => ({ id, name, input })) : null,
    // An object that was given is there, whatever is taken out of it.
    presence: known?.presence ?? (isSeeded ? 'given' : 'implied'),
  });
}

/** A schema within itself has no end, so it opens only where there is something to show. */
function isOpen({ place, parts }: Described, isEmpty: boolean): boolean {
  if (place.pointer === '') return true;
  if (isOmitted(place.input)) return place.required;
  const isGiven = getObject(place.input) !== null || isJsonObject(place.seed);
  if (parts.nodes.some((node) => place.ancestors.has(node))) return isGiven;
  return isGiven || place.required || !isEmpty;
}

function toMemberPlace(described: Described, name: string, required: boolean): Place {
  const { input, seed, isVariant } = described.place;
  const known = getMember(getObject(input)?.members ?? {}, name);
  const given = getAt(seed, [name]);
  return {
    ...toInnerPlace(described, name, { kind: 'name', name }, known, given),
    required,
    // Values that came without the constant do without it.
    isDiscriminator: isVariant && !(isJsonObject(seed) && given === undefined),
  };
}

function toEntryPlace(described: Described, { id, name, input }: InputEntry): Place {
  const { place } = described;
  const isKnown = toKnownEntries(place) !== null;
  const given = name === null || isKnown ? undefined : getAt(place.seed, [name]);
  const step = { kind: 'entry', id } as const;
  const inner = toInnerPlace(described, name ?? '', step, input ?? undefined, given);
  return { ...inner, fillsDefault: inner.fillsDefault || (isKnown && input === null) };
}

/** The rows that the user named, or the members of the given value that no field speaks of. */
function toEntries(place: Place, declared: ReadonlySet<string>): readonly InputEntry[] {
  const known = toKnownEntries(place);
  const given = isJsonObject(place.seed) ? place.seed : {};
  // A name that is still being typed may be that of a field for a moment.
  if (known !== null) {
    return known.filter(
      ({ name }) => name === null || !declared.has(name) || !Object.hasOwn(given, name),
    );
  }
  if (place.input !== undefined && getObject(place.input) === null) return [];
  return Object.keys(given)
    .filter((name) => !declared.has(name))
    .map((name, id) => ({ id, name, input: null }));
}

function toKnownEntries({ input }: Place): readonly InputEntry[] | null {
  return getObject(input)?.entries ?? null;
}

interface Names {
  readonly declared: readonly string[];
  readonly required: readonly string[];
  /** The user may add names. */
  readonly isOpen: boolean;
  /** The schemas of a property; `null`: of one that has no name yet. */
  getSchemas(name: string | null): readonly SchemaNode[];
}

function describeNames({ isMatch }: ResolveContext, nodes: readonly SchemaNode[]): Names {
  const rules = nodes.flatMap(({ object }) => object ?? []);
  const declared = rules.flatMap(({ properties }) => [...(properties?.keys() ?? [])]);
  const rests = rules.map((rule) => rule.additionalProperties ?? rule.unevaluatedProperties);
  const given = rests.filter((rest) => rest !== undefined);
  const isStrict = given.some(isFalseSchema);
  const isDescribed = given.some(
    (rest) => typeof rest.source !== 'boolean' && !isFalseSchema(rest),
  );
  const isAnything = !given.some(isFalseSchema) && declared.length === 0;
  const hasPatterns = rules.some(({ patternProperties }) => patternProperties !== undefined);

  /** Without a name the first of the patterns. */
  function listPatterns(
    { patternProperties = [] }: ObjectRules,
    name: string | null,
  ): readonly SchemaNode[] {
    if (name === null) return patternProperties.slice(0, 1).map(({ schema }) => schema);
    return patternProperties.filter((named) => isMatch(named, name)).map(({ schema }) => schema);
  }

  return {
    declared,
    required: rules.flatMap(({ required }) => required ?? []),
    isOpen: hasPatterns || ((isDescribed || isAnything) && !isStrict),
    getSchemas: (name) =>
      rules.flatMap((rule, index) => {
        const own = name === null ? undefined : rule.properties?.get(name);
        const schemas = [...(own === undefined ? [] : [own]), ...listPatterns(rule, name)];
        const rest = rests[index];
        if (schemas.length > 0 || rest === undefined) return schemas;
        // A name that is refused may be half typed: the value's control does not change with it.
        return isFalseSchema(rest) ? listPatterns(rule, null) : [rest];
      }),
  };
}
