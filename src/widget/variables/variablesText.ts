import { useContext, useMemo } from 'react';
import { OnboardingLookContext } from '../../headless/settings.js';
import type { TranslateVariables } from '../../headless/variables-form/toErrorMessage.js';
import { enVariables } from '../../messages/enVariables.js';
import { createTranslator } from '../../messages/format.js';

/** Translates with the texts of the nearest provider, else in English. */
export function useVariablesText(): TranslateVariables {
  const look = useContext(OnboardingLookContext);
  const locale = look?.locale ?? 'en';
  const messages = look?.messages;
  return useMemo(
    () => createTranslator({ ...enVariables, ...messages }, locale),
    [locale, messages],
  );
}
