import { useContext, useMemo } from 'react';
import { OnboardingLookContext } from '../../headless/settings.js';
import type { TranslateVariables } from '../../headless/variables-form/toErrorMessage.js';
import { enVariables } from '../../messages/enVariables.js';
import { createTranslator } from '../../messages/format.js';

/** The texts of the form: those given, else the nearest provider's, else English. */
export function useVariablesText(given: TranslateVariables | undefined): TranslateVariables {
  const look = useContext(OnboardingLookContext);
  const locale = look?.locale ?? 'en';
  const messages = look?.messages;
  return useMemo(
    () => given ?? createTranslator({ ...enVariables, ...messages }, locale),
    [given, locale, messages],
  );
}
