import { useContext, useMemo } from 'react';
import { OnboardingLookContext, type MessageOverrides } from '../../headless/settings.js';
import type { TranslateVariables } from '../../headless/variables-form/toErrorMessage.js';
import type { FurtherVariablesMessageKey } from '../../messages/enFurtherVariables.js';
import { enVariables, type VariablesMessageKey } from '../../messages/enVariables.js';
import { createTranslator, type Message, type Translate } from '../../messages/format.js';

type FurtherTexts = Readonly<Record<FurtherVariablesMessageKey, Message>>;
type TranslateFurther = Translate<VariablesMessageKey | FurtherVariablesMessageKey>;

export interface VariablesText {
  readonly t: TranslateVariables;
  /** The same with the texts of the second chunk. */
  readonly withFurtherTexts: (texts: FurtherTexts) => TranslateFurther;
}

/** The texts of the form: the nearest provider's, else English. */
export function useVariablesText(): VariablesText {
  const look = useContext(OnboardingLookContext);
  const locale = look?.locale ?? 'en';
  const messages = look?.messages;
  return useMemo(() => createText(locale, messages), [locale, messages]);
}

function createText(locale: string, messages: MessageOverrides | undefined): VariablesText {
  let further: TranslateFurther | undefined;
  return {
    t: createTranslator({ ...enVariables, ...messages }, locale),
    withFurtherTexts: (texts) =>
      (further ??= createTranslator({ ...enVariables, ...texts, ...messages }, locale)),
  };
}
