import { useContext, useMemo } from 'react';
import { OnboardingLookContext, type MessageOverrides } from '../../headless/settings.js';
import type { TranslateVariables } from '../../headless/variables-form/toErrorMessage.js';
import type { RareVariablesMessageKey } from '../../messages/enRareVariables.js';
import { enVariables, type VariablesMessageKey } from '../../messages/enVariables.js';
import { createTranslator, type Message, type Translate } from '../../messages/format.js';

type RareTexts = Readonly<Record<RareVariablesMessageKey, Message>>;
type TranslateRare = Translate<VariablesMessageKey | RareVariablesMessageKey>;

export interface VariablesText {
  readonly t: TranslateVariables;
  /** The same with the texts of the rare fields, which come with them. */
  readonly withRareTexts: (texts: RareTexts) => TranslateRare;
}

/** The texts of the form: the nearest provider's, else English. */
export function useVariablesText(): VariablesText {
  const look = useContext(OnboardingLookContext);
  const locale = look?.locale ?? 'en';
  const messages = look?.messages;
  return useMemo(() => createText(locale, messages), [locale, messages]);
}

function createText(locale: string, messages: MessageOverrides | undefined): VariablesText {
  let rare: TranslateRare | undefined;
  return {
    t: createTranslator({ ...enVariables, ...messages }, locale),
    withRareTexts: (texts) =>
      (rare ??= createTranslator({ ...enVariables, ...texts, ...messages }, locale)),
  };
}
