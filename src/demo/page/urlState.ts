import { useMemo, useSyncExternalStore } from 'react';

export const themes = ['auto', 'light', 'dark'] as const;
/** The last is English with accents and longer, to find text that is not translated or has no room. */
export const locales = ['en', 'ar', 'de', 'fr', 'es', 'pt-BR', 'ja', 'en-XA'] as const;
export const widths = [320, 480, 640] as const;
export type Theme = (typeof themes)[number];
export type Locale = (typeof locales)[number];

/** All that decides what the page shows: every state of it is a link. */
export interface UrlState {
  readonly world: string;
  readonly user: string;
  readonly integration: string;
  readonly theme: Theme;
  readonly locale: Locale;
  /** `null`: the settings page; `''`: the list of states. */
  readonly story: string | null;
  /** Width of a story's stage in pixels; `null`: all there is. */
  readonly width: (typeof widths)[number] | null;
}

const defaults: UrlState = {
  world: 'demo',
  user: '',
  integration: '',
  theme: 'auto',
  locale: 'en',
  story: null,
  width: null,
};

function parseUrlState(search: string): UrlState {
  const query = new URLSearchParams(search);
  const width = Number(query.get('width'));
  return {
    world: query.get('world') ?? defaults.world,
    user: query.get('user') ?? defaults.user,
    integration: query.get('integration') ?? defaults.integration,
    theme: themes.find((theme) => theme === query.get('theme')) ?? defaults.theme,
    locale: locales.find((locale) => locale === query.get('locale')) ?? defaults.locale,
    story: query.get('story') ?? (query.has('stories') ? '' : null),
    width: widths.find((known) => known === width) ?? null,
  };
}

/** The address of a state; what is as by default is left out of it. */
export function toHref(state: UrlState): string {
  const query = new URLSearchParams();
  for (const name of ['world', 'user', 'integration', 'theme', 'locale', 'width'] as const) {
    const value = state[name];
    if (value !== defaults[name] && value !== null) query.set(name, String(value));
  }
  if (state.story) query.set('story', state.story);
  else if (state.story === '') query.set('stories', '');
  const text = query.toString().replace('stories=', 'stories');
  return text === '' ? './' : `?${text}`;
}

/** The state of the current address; changes with `navigate` and with the browser's history. */
export function useUrlState(): UrlState {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  return useMemo(() => parseUrlState(search), [search]);
}

/** Goes to a state without loading the page anew. */
export function navigate(state: UrlState): void {
  window.history.pushState(null, '', toHref(state));
  listeners.forEach((listener) => listener());
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
