import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import { isText } from './jsonKind.js';
import type { Variant } from './field.js';
import { isFalseSchema } from './keywordShapes.js';
import type { Described, ResolveContext, Resolved } from './place.js';
import { getConstant, getTypes } from './placeTypes.js';
import type { SchemaDocument } from './schemaDocument.js';
import { entriesOf, findKeyword, gatherParts } from './schemaParts.js';
import { getVariantInput, type VariableInput } from './variableInput.js';

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
  const isChosen = getChosen(place.input) !== null;
  const known = chosen === null ? undefined : getVariantInput(place.input, chosen);
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
            // A place that has just become a choice begins with what it held before.
            input: known ?? (isChosen ? undefined : place.input),
            // What was given was given for one variant, and is in its input by now.
            seed: isChosen ? undefined : place.seed,
            fillsDefault: place.fillsDefault || (isChosen && known === undefined),
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
  const others = known?.kind === 'variant' ? known.inputs : {};
  const inputs = inner === undefined ? others : { ...others, [chosen]: inner };
  return { kind: 'variant', chosen, inputs };
}

function getChosen(input: VariableInput | undefined): number | null {
  return input?.kind === 'variant' ? input.chosen : null;
}

function choose(
  { document }: ResolveContext,
  { place }: Described,
  list: readonly JsonValue[],
  variants: readonly Variant[],
): number | null {
  const [first] = variants;
  const wanted = getChosen(place.input);
  if (wanted !== null && variants.some(({ index }) => index === wanted)) return wanted;
  const isOmittedHere = place.input?.kind === 'omitted';
  const isAsked = place.input !== undefined && !isOmittedHere;
  const given = isAsked ? place.current : place.seed;
  if (isOmittedHere || first === undefined || (isAsked && !place.required)) return null;
  if (given === undefined) return place.required ? first.index : null;
  const misfits = variants.map(({ index }) => measureMisfit(document, given, list[index] ?? true));
  return variants[misfits.indexOf(Math.min(...misfits))]?.index ?? null;
}

/** Types and constants tell branches apart, then names; what is missing may be a stored secret. */
function measureMisfit(document: SchemaDocument, given: JsonValue, branch: JsonValue): number {
  const judged = document.judge(given, toSchema(branch));
  if ('reason' in judged) return Infinity;
  const { nodes } = gatherParts(document, [branch], given, new Set());
  const properties = nodes.flatMap((node) => entriesOf(node['properties']));
  const names = new Set(properties.map(([name]) => name));
  const foreign = isJsonObject(given) ? Object.keys(given).filter((name) => !names.has(name)) : [];
  const weights = judged.map(({ keyword }) => (/^(?:const|enum|type)$/.test(keyword) ? 1e4 : 0.01));
  return weights.reduce((sum, weight) => sum + weight, foreign.length);
}

function toSchema(branch: JsonValue | undefined): JsonObject | boolean {
  return isJsonObject(branch) ? branch : branch !== false;
}

function isLeftOut(
  { document }: ResolveContext,
  { place, settled }: Described,
  branch: JsonValue,
): boolean {
  if (isFalseSchema(branch)) return true;
  return place.excludeNull && isNullSchema(document, branch, settled);
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
  const properties = parts.nodes.flatMap((node) => entriesOf(node['properties']));
  const inner = properties.flatMap(([, property]) => (isJsonObject(property) ? [[property]] : []));
  return {
    index,
    title: findKeyword(parts.nodes, 'title', isText),
    constants: [parts.nodes, ...inner].flatMap((nodes) => getConstant(nodes) ?? []),
    type: types?.length === 1 ? types[0] : undefined,
  };
}
