import { fromEntries, isJsonObject } from '../domain/json.js';
import { getMembers, getVariant, getVariantInput, type VariableInput } from './variableInput.js';

/**
 * The input with another variant chosen, or none. What was typed for each is kept; the properties
 * that all share go along.
 */
export function withVariant(
  input: VariableInput | undefined,
  index: number | null,
  shared: readonly string[],
): VariableInput {
  const inputs = isJsonObject(input) && isJsonObject(input['inputs']) ? input['inputs'] : {};
  const from = getVariant(input);
  if (index === null || from === null) return { variant: index, inputs };
  const source = getMembers(getVariantInput(input, from)) ?? {};
  const target = getVariantInput(input, index);
  const kept = Object.entries(source).filter(([name]) => shared.includes(name));
  if (kept.length === 0) return { variant: index, inputs };
  const own = Object.entries(getMembers(target) ?? {});
  const container = isJsonObject(target) ? target : {};
  const next = { ...container, object: fromEntries([...own, ...kept]) };
  return { variant: index, inputs: { ...inputs, [index]: next } };
}
