import { getObject, getVariantInput, toObjectInput, type VariableInput } from './variableInput.js';

/**
 * Chooses another variant of an input, or none. What was typed for each is kept; the properties that
 * all share go along.
 */
export function withVariant(
  input: VariableInput | undefined,
  index: number | null,
  shared: readonly string[],
): VariableInput {
  const { chosen: from, inputs } = input?.kind === 'variant' ? input : { chosen: null, inputs: {} };
  const chosen = { kind: 'variant', chosen: index, inputs } as const;
  if (index === null || from === null) return chosen;
  const source = getObject(getVariantInput(input, from))?.members ?? {};
  const kept = Object.entries(source).filter(([name]) => shared.includes(name));
  if (kept.length === 0) return chosen;
  const target = getObject(getVariantInput(input, index)) ?? toObjectInput({});
  const members = Object.fromEntries([...Object.entries(target.members), ...kept]);
  return { ...chosen, inputs: { ...inputs, [index]: { ...target, members } } };
}
