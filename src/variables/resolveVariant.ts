import { isSameJson } from '../domain/json.js';
import { parsePointer } from '../domain/pointer.js';
import { isText } from './jsonKind.js';
import type { Field, FieldPlace, Variant } from './field.js';
import { isFalseSchema, type SchemaNode } from './schema/schemaNode.js';
import type { Described, ResolveContext, Resolved } from './place.js';
import { getConstant, getTypes } from './placeTypes.js';
import {
  findKeyword,
  gatherParts,
  NONE_SETTLED,
  type Alternatives,
  type IsValid,
  type Settled,
} from './schemaParts.js';
import { getVariantInput, type VariableInput } from './variableInput.js';
import { isAgreeing, listProperties, measureMisfit } from './variantFit.js';

/** A choice of which branch the value follows. Branches that take nothing are left out. */
export function resolveVariant(
  context: ResolveContext,
  described: Described,
  { branches, at }: Alternatives,
): Resolved {
  const { place, base, schemas, settled } = described;
  const variants = branches.flatMap((branch, index) =>
    isLeftOut(context, described, branch) ? [] : [describeVariant(context, branch, index)],
  );
  const chosen = choose(context, described, branches, variants);
  const isChosen = getChosen(place.input) !== null;
  const known = chosen === null ? undefined : getVariantInput(place.input, chosen);
  const branch = chosen === null ? undefined : branches[chosen];
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
          new Set([...settled, branches]),
        );
  const shared = listProperties(described.parts.nodes).map(([name]) => name);
  return {
    field: {
      ...base,
      kind: 'variant',
      variants,
      chosen,
      field: inner === null ? null : withoutRepetition(inner.field, base),
      choiceAt: at,
      shared,
    },
    input: toInput(place.input, chosen, inner?.input),
  };
}

/** The field of a variant without what is said of the choice already. */
function withoutRepetition(field: Field, { description, examples }: FieldPlace): Field {
  return {
    ...field,
    ...(field.description === description && { description: undefined }),
    ...(isSameJson(field.examples, examples) && { examples: [] }),
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
  context: ResolveContext,
  described: Described,
  branches: readonly SchemaNode[],
  variants: readonly Variant[],
): number | null {
  const { place } = described;
  const wanted = getChosen(place.input);
  if (wanted !== null && variants.some(({ index }) => index === wanted)) return wanted;
  const { input, required } = place;
  if (input?.kind === 'omitted' || (!required && isNothingChosen(input))) return null;
  // What was typed before the place became a choice is of the variant that fits it.
  const given = input === undefined ? place.seed : place.current;
  if (given === undefined && !required) return null;
  const misfits = variants.map(({ index }) => {
    const branch = branches[index];
    if (branch === undefined) return Infinity;
    if (given !== undefined) return measureMisfit(context, described, branches, branch, given);
    return isAgreeing(context, described, branches, branch) ? 0 : 1;
  });
  return variants[misfits.indexOf(Math.min(...misfits))]?.index ?? null;
}

/** Also where the variant that was chosen is none of these: it stays chosen for when it is back. */
function isNothingChosen(input: VariableInput | undefined): boolean {
  return input?.kind === 'variant' || input?.kind === 'none';
}

function isLeftOut(
  { isValid }: ResolveContext,
  { place, settled }: Described,
  branch: SchemaNode,
): boolean {
  if (isFalseSchema(branch)) return true;
  return place.excludeNull && isNullSchema(isValid, branch, settled);
}

/** Whether a branch takes `null` and nothing else. */
export function isNullSchema(isValid: IsValid, branch: SchemaNode, settled: Settled): boolean {
  const parts = gatherParts(isValid, [branch], undefined, settled);
  const types = getTypes(parts);
  return (
    (types?.length === 1 && types[0] === 'null') || parts.nodes.some((node) => node.const === null)
  );
}

function describeVariant({ isValid }: ResolveContext, branch: SchemaNode, index: number): Variant {
  const parts = gatherParts(isValid, [branch], undefined, NONE_SETTLED);
  const types = getTypes(parts);
  const inner = listProperties(parts.nodes).map(([, property]) => [property]);
  return {
    index,
    title: findKeyword(parts.describing, 'title', isText),
    constants: [parts.nodes, ...inner].flatMap((nodes) => getConstant(nodes) ?? []),
    type: types?.length === 1 ? types[0] : undefined,
    definition: getDefinitionName(branch),
  };
}

/** The last step of a branch's reference: `Basic` of `#/$defs/Basic`. */
function getDefinitionName({ references }: SchemaNode): string | undefined {
  const text = references[0]?.text;
  return text === undefined ? undefined : parsePointer(text.slice(text.indexOf('#') + 1))?.at(-1);
}
