import { useMemo, useSyncExternalStore } from 'react';

/** The values of each choice; the first is the default and is left out of the address. */
export const choices = {
  theme: ['auto', 'light', 'dark'],
  /** Products that the widget is shown in. */
  brand: ['fernway', 'ink', 'harbour', 'bloom'],
  accent: ['default', 'blue', 'plum', 'teal', 'amber'],
  radius: ['default', '0', '4', '16'],
  textSize: ['default', '14', '18', '24'],
  /** The last is English with accents and longer, to find text that is not translated or has no room. */
  locale: ['en', 'ar', 'de', 'fr', 'es', 'pt-BR', 'ja', 'en-XA'],
  direction: ['language', 'rtl'],
  width: ['full', '320', '480', '640'],
  latency: ['0', '300', '1000', '3000'],
  component: ['widget', 'hub', 'dialog'],
  multiple: ['off', 'on'],
  connect: ['widget', 'host'],
  rows: ['widget', 'host'],
} as const;

export type ChoiceName = keyof typeof choices;
export type ChoiceValue<Name extends ChoiceName> = (typeof choices)[Name][number];
export type Locale = ChoiceValue<'locale'>;

type Choices = { readonly [Name in ChoiceName]: ChoiceValue<Name> };

/** All that decides what the page shows: every state of it is a link. */
export interface UrlState extends Choices {
  readonly page: 'landing' | 'settings' | 'stories';
  readonly world: string;
  readonly user: string;
  readonly integration: string;
  /** Of the page of stories; empty: the list. */
  readonly story: string;
}

const freeTexts = { world: 'demo', user: '', integration: '' };
const freeNames = ['world', 'user', 'integration'] as const;

export function parseUrlState(search: string): UrlState {
  const query = new URLSearchParams(search);
  const story = query.get('story') ?? '';
  return {
    ...freeTexts,
    ...Object.fromEntries([...query].filter(([name]) => name in freeTexts)),
    theme: read(query, 'theme'),
    brand: read(query, 'brand'),
    accent: read(query, 'accent'),
    radius: read(query, 'radius'),
    textSize: read(query, 'textSize'),
    locale: read(query, 'locale'),
    direction: read(query, 'direction'),
    width: read(query, 'width'),
    latency: read(query, 'latency'),
    component: read(query, 'component'),
    multiple: read(query, 'multiple'),
    connect: read(query, 'connect'),
    rows: read(query, 'rows'),
    story,
    page: readPage(query, search),
  };
}

function read<Name extends ChoiceName>(query: URLSearchParams, name: Name): ChoiceValue<Name> {
  const values: readonly ChoiceValue<Name>[] = choices[name];
  const asked = query.get(name);
  return values.find((value) => value === asked) ?? toDefault(name);
}

function toDefault<Name extends ChoiceName>(name: Name): ChoiceValue<Name> {
  return choices[name][0];
}

function isChoiceName(name: string): name is ChoiceName {
  return name in choices;
}

function readPage(query: URLSearchParams, search: string): UrlState['page'] {
  if (query.has('story') || query.has('stories')) return 'stories';
  return search === '' || query.get('page') === 'landing' ? 'landing' : 'settings';
}

/** The address of a state; what is as by default is left out of it. */
export function toHref(state: UrlState): string {
  const query = new URLSearchParams(state.page === 'stories' ? {} : { page: state.page });
  for (const name of freeNames) if (state[name] !== freeTexts[name]) query.set(name, state[name]);
  for (const name of Object.keys(choices).filter(isChoiceName)) {
    if (state[name] !== toDefault(name)) query.set(name, state[name]);
  }
  if (state.page === 'stories') query.set(state.story === '' ? 'stories' : 'story', state.story);
  const text = query.toString().replace(/stories=$/, 'stories');
  return text === 'page=landing' ? './' : `?${text}`;
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
