import { enFurtherVariables } from '../../messages/enFurtherVariables.js';
import { useVariables, type VariablesSurroundings } from './VariablesContext.js';
import type { VariablesText } from './variablesText.js';

/** What surrounds a field of the second chunk, with the texts that come with it. */
export interface FurtherSurroundings extends Omit<VariablesSurroundings, 't'> {
  readonly t: ReturnType<VariablesText['withFurtherTexts']>;
}

export function useFurtherVariables(): FurtherSurroundings {
  const surroundings = useVariables();
  return { ...surroundings, t: surroundings.withFurtherTexts(enFurtherVariables) };
}
