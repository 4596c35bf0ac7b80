import type { OnboardingProviderProps } from 'react-versori-onboarding/headless';
import { ar } from 'react-versori-onboarding/locales/ar';
import { de } from 'react-versori-onboarding/locales/de';
import { es } from 'react-versori-onboarding/locales/es';
import { fr } from 'react-versori-onboarding/locales/fr';
import { ja } from 'react-versori-onboarding/locales/ja';
import { ptBR } from 'react-versori-onboarding/locales/pt-BR';
import { pseudo } from './pseudo.js';
import type { Locale } from './urlState.js';

type Messages = NonNullable<OnboardingProviderProps['messages']>;

/** English is the widget's own. */
export const messagesOf: Readonly<Record<Locale, Messages>> = {
  en: {},
  ar,
  de,
  fr,
  es,
  'pt-BR': ptBR,
  ja,
  'en-XA': pseudo,
};
