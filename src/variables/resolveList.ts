import { isJsonArray } from '../domain/json.js';
import { isText } from './jsonKind.js';
import { isFalseSchema, type SchemaNode } from './schema/schemaNode.js';
import {
  toInnerPlace,
  type Described,
  type Place,
  type ResolveContext,
  type Resolved,
} from './place.js';
import { getOptions } from './placeTypes.js';
import { findKeyword, gatherParts, NONE_SETTLED } from './schemaParts.js';
import { replaceWithin } from './inputAt.js';
import { getRows, isOmitted, toChoiceInput, toListInput, type InputRow } from './variableInput.js';

/** At most so many rows are prepared, whatever `minItems` says. */
const MAX_PREPARED_ROWS = 10;

/** Arrays: a set of options, a tuple, rows of one kind, or of any where the schema does not say. */
export function resolveList(context: ResolveContext, described: Described): Resolved {
  const { place, parts, base } = described;
  const items = describeItems(parts.nodes);
  const options = items.fixed === 0 && getSetOptions(context, parts.nodes, items.getSchemas(0));
  if (options) {
    const chosen = isJsonArray(place.seed) ? toChoiceInput(place.seed) : undefined;
    const given = base.secret && chosen ? ({ kind: 'secret', input: chosen } as const) : chosen;
    return { field: { ...base, kind: 'set', options }, input: place.input ?? given };
  }
  const rules = parts.nodes.flatMap(({ array }) => array ?? []);
  const minItems = Math.max(0, ...rules.flatMap((rule) => rule.minItems ?? []));
  const maxItems = Math.min(...rules.flatMap((rule) => rule.maxItems ?? []));
  const isRecursive = parts.nodes.some((node) => place.ancestors.has(node));
  const isStored = place.seed !== undefined && place.seed !== base.default;
  const isPrepared = place.required && !isRecursive && !isStored;
  const prepared = isPrepared ? Math.min(minItems, MAX_PREPARED_ROWS) : 0;
  const rows = toRows(place, items.fixed, prepared);
  const isKnown = getRows(place.input) !== null;
  const resolved = (rows ?? []).map((row, index) => {
    const { id, input } = row;
    // A row that is added has nothing of one that was taken out.
    const given = !isKnown && isJsonArray(place.seed) ? place.seed[id] : undefined;
    const step = { kind: 'row', id } as const;
    const inner = toInnerPlace(described, String(index), step, input ?? undefined, given);
    const isNew = isKnown && input === null && index >= items.fixed;
    const fillsDefault = inner.fillsDefault || isNew;
    // A tuple may end after the places that it must have.
    const required = index >= items.fixed || index < minItems;
    const member = { ...inner, fillsDefault, required };
    return { id, ...context.resolve(items.getSchemas(index), member) };
  });
  const following = items.getSchemas(resolved.length);
  const next = gatherParts(context.isValid, following, undefined, NONE_SETTLED);
  return {
    field: {
      ...base,
      kind: 'list',
      rows: resolved.map(({ id, field }) => ({ id, field })),
      fixed: items.fixed,
      minItems,
      maxItems: items.isClosed ? Math.min(items.fixed, maxItems) : maxItems,
      itemTitle: findKeyword(next.nodes, 'title', isText),
    },
    input:
      rows === null
        ? place.input
        : replaceWithin(
            place.input,
            toListInput(resolved.map(({ id, input }) => ({ id, input: input ?? null }))),
          ),
  };
}

function toRows(place: Place, fixed: number, prepared: number): readonly InputRow[] | null {
  if (isOmitted(place.input) && fixed === 0) return null;
  const seeds = isJsonArray(place.seed) ? place.seed.length : null;
  const known = getRows(place.input);
  const count = Math.max(fixed, known === null ? Math.max(seeds ?? 0, prepared) : 0);
  if (known === null && seeds === null && count === 0) return null;
  const ids = new Set(known?.map(({ id }) => id));
  const rows = [...(known ?? [])];
  for (let id = 0; rows.length < count; id += 1) {
    if (!ids.has(id)) rows.push({ id, input: null });
  }
  return rows;
}

interface Items {
  /** How many first places have schemas of their own. */
  readonly fixed: number;
  /** No item may follow the fixed ones. */
  readonly isClosed: boolean;
  getSchemas(index: number): readonly SchemaNode[];
}

function describeItems(nodes: readonly SchemaNode[]): Items {
  const lists = nodes.flatMap(({ array }) =>
    array === undefined
      ? []
      : [{ prefix: array.prefixItems ?? [], rest: array.items ?? array.unevaluatedItems }],
  );
  const fixed = Math.max(0, ...lists.map(({ prefix }) => prefix.length));
  const rests = lists.flatMap(({ rest }) => (rest === undefined ? [] : [rest]));
  return {
    fixed,
    isClosed: rests.some(isFalseSchema) || (fixed > 0 && rests.length === 0),
    getSchemas: (index) => lists.flatMap(({ prefix, rest }) => prefix[index] ?? rest ?? []),
  };
}

function getSetOptions(
  { isValid }: ResolveContext,
  nodes: readonly SchemaNode[],
  items: readonly SchemaNode[],
): ReturnType<typeof getOptions> {
  if (!nodes.some(({ array }) => array?.uniqueItems === true)) return undefined;
  return getOptions(isValid, gatherParts(isValid, items, undefined, NONE_SETTLED));
}
