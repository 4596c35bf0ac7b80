import { enRareVariables } from '../../messages/enRareVariables.js';
import { useVariables, type VariablesSurroundings } from './VariablesContext.js';
import type { VariablesText } from './variablesText.js';

/** What surrounds a rare field, with the texts of such fields. */
export interface RareSurroundings extends Omit<VariablesSurroundings, 't'> {
  readonly t: ReturnType<VariablesText['withRareTexts']>;
}

export function useRareVariables(): RareSurroundings {
  const surroundings = useVariables();
  return { ...surroundings, t: surroundings.withRareTexts(enRareVariables) };
}
