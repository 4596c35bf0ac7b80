import { useEffect, useMemo, useState } from 'react';
import type { OnboardingProviderProps } from 'react-versori-onboarding/headless';
import type { Locale, UrlState } from './urlState.js';

/** What the widget is given for a language. */
export type Language = Required<Pick<OnboardingProviderProps, 'locale' | 'messages'>>;

type Messages = Language['messages'];

/** English is the widget's own. */
const english: Language = { locale: 'en', messages: {} };

/** Each is loaded once it is wanted. */
const loaders: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<Messages>>> = {
  ar: async () => (await import('react-versori-onboarding/locales/ar')).ar,
  de: async () => (await import('react-versori-onboarding/locales/de')).de,
  fr: async () => (await import('react-versori-onboarding/locales/fr')).fr,
  es: async () => (await import('react-versori-onboarding/locales/es')).es,
  'pt-BR': async () => (await import('react-versori-onboarding/locales/pt-BR')).ptBR,
  ja: async () => (await import('react-versori-onboarding/locales/ja')).ja,
  'en-XA': async () => (await import('./pseudo.js')).pseudo,
};

/** Returns the language as soon as its texts are there, until then the one before; at first `null`. */
export function useLanguage({ locale, direction }: UrlState): Language | null {
  const [loaded, setLoaded] = useState<Language | null>(null);
  useEffect(() => {
    if (locale === 'en') return undefined;
    let isWanted = true;
    void loaders[locale]().then((messages) => {
      if (isWanted) setLoaded({ locale, messages });
    });
    return () => {
      isWanted = false;
    };
  }, [locale]);
  const language = locale === 'en' ? english : loaded;
  return useMemo(() => {
    if (language === null || direction === 'language') return language;
    // A script that is written from the right turns any language around.
    return { ...language, locale: new Intl.Locale(language.locale, { script: 'Arab' }).toString() };
  }, [language, direction]);
}
