import { enFurtherVariables } from '../../messages/enFurtherVariables.js';
import { useVariables, type VariablesFormContext } from './VariablesContext.js';
import type { VariablesText } from './variablesText.js';

/** What surrounds a field of the second chunk, with the texts that come with it. */
export interface FurtherFormContext extends Omit<VariablesFormContext, 't'> {
  readonly t: ReturnType<VariablesText['withFurtherTexts']>;
}

export function useFurtherVariables(): FurtherFormContext {
  const context = useVariables();
  return { ...context, t: context.withFurtherTexts(enFurtherVariables) };
}
