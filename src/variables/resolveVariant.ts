import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import { isText } from './jsonKind.js';
import type { Variant } from './field.js';
import { isNothing } from './keywordShapes.js';
import type { Described, ResolveContext, Resolved } from './place.js';
import { getTypes } from './placeTypes.js';
import type { SchemaDocument } from './schemaDocument.js';
import { entriesOf, findKeyword, gatherParts } from './schemaParts.js';
import { getVariant, getVariantInput, type VariableInput } from './variableInput.js';

/** A choice of which branch of `list` the value follows. Branches that take nothing are left out. */
export function resolveVariant(
  context: ResolveContext,
  described: Described,
  list: readonly JsonValue[],
): Resolved {
  const { place, base, schemas, settled } = described;
  const variants = list.flatMap((branch, index) =>
    isLeftOut(context, described, branch) ? [] : [describeVariant(context, branch, index)],
  );
  const chosen = choose(context, described, list, variants);
  const branch = chosen === null ? undefined : list[chosen];
  const inner =
    chosen === null || branch === undefined
      ? null
      : context.resolve(
          [...schemas, branch],
          {
            ...place,
            at: [...place.at, { kind: 'variant', index: chosen }],
            // Who chose a variant wants the value to be there.
            required: true,
            input: getVariantInput(place.input, chosen),
            isVariant: true,
          },
          new Set([...settled, list]),
        );
  const shared = described.parts.nodes.flatMap((node) =>
    entriesOf(node['properties']).map(([name]) => name),
  );
  return {
    field: {
      ...base,
      kind: 'variant',
      variants,
      chosen,
      field: inner?.field ?? null,
      list,
      shared,
    },
    input: toInput(place.input, chosen, inner?.input),
  };
}

function toInput(
  known: VariableInput | undefined,
  chosen: number | null,
  inner: VariableInput | undefined,
): VariableInput | undefined {
  if (chosen === null) return known;
  const inputs = isJsonObject(known) ? known['inputs'] : undefined;
  const others = isJsonObject(inputs) ? inputs : {};
  return {
    variant: chosen,
    inputs: inner === undefined ? others : { ...others, [chosen]: inner },
  };
}

function choose(
  { document }: ResolveContext,
  { place }: Described,
  list: readonly JsonValue[],
  variants: readonly Variant[],
): number | null {
  const [first] = variants;
  const wanted = getVariant(place.input);
  if (wanted !== null && variants.some(({ index }) => index === wanted)) return wanted;
  const isAsked = place.input !== undefined && place.input !== null;
  const { seed } = place;
  if (place.input === null || first === undefined || (isAsked && !place.required)) return null;
  if (seed === undefined) return place.required ? first.index : null;
  const faults = variants.map(({ index }) =>
    countFaults(document.judge(seed, toSchema(list[index]))),
  );
  return variants[faults.indexOf(Math.min(...faults))]?.index ?? null;
}

function countFaults(judged: ReturnType<SchemaDocument['judge']>): number {
  return 'reason' in judged ? Infinity : judged.length;
}

function toSchema(branch: JsonValue | undefined): JsonObject | boolean {
  return isJsonObject(branch) ? branch : branch !== false;
}

function isLeftOut(
  { document }: ResolveContext,
  { place, settled }: Described,
  branch: JsonValue,
): boolean {
  if (isNothing(branch)) return true;
  return place.withoutNull && isNullSchema(document, branch, settled);
}

/** Whether a branch takes `null` and nothing else. */
export function isNullSchema(
  document: SchemaDocument,
  branch: JsonValue,
  settled: ReadonlySet<JsonValue>,
): boolean {
  const parts = gatherParts(document, [branch], undefined, settled);
  const types = getTypes(parts);
  return (
    (types?.length === 1 && types[0] === 'null') ||
    parts.nodes.some((node) => getOwn(node, 'const') === null)
  );
}

function describeVariant({ document }: ResolveContext, branch: JsonValue, index: number): Variant {
  const parts = gatherParts(document, [branch], undefined, new Set());
  const types = getTypes(parts);
  return {
    index,
    title: findKeyword(parts.nodes, 'title', isText) ?? findConstant(parts.nodes),
    type: types?.length === 1 ? types[0] : undefined,
  };
}

/** The constant of a property that tells the branches apart, such as `{ kind: { const: 'email' } }`. */
function findConstant(nodes: readonly JsonObject[]): string | undefined {
  for (const [, property] of nodes.flatMap((node) => entriesOf(node['properties']))) {
    const constant = isJsonObject(property) ? property['const'] : undefined;
    if (typeof constant === 'string') return constant;
  }
  return undefined;
}
