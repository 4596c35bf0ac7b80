import { useContext } from 'react';
import { OnboardingLookContext, type MessageOverrides } from '../../headless/settings.js';
import { enCore, type CoreKey } from '../../messages/enCore.js';
import { createTranslator, getDirection, type Translate } from '../../messages/format.js';

export interface Text {
  readonly t: Translate<CoreKey>;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** A day, such as "3 Mar 2026"; empty where the text is no date. */
  readonly formatDay: (time: string | undefined) => string;
  /** Day and minute, for hovers. */
  readonly formatMoment: (time: string | undefined) => string;
}

/** The texts of the nearest provider: the host's own before those of the catalog. */
export function useText(): Text {
  const look = useContext(OnboardingLookContext);
  return getText(look?.locale ?? 'en', look?.messages ?? NO_MESSAGES);
}

const NO_MESSAGES: MessageOverrides = {};

/** One for all components: a list of fifty rows would spend its time on making formats. */
const texts = new WeakMap<MessageOverrides, Map<string, Text>>();

function getText(locale: string, messages: MessageOverrides): Text {
  const known = texts.get(messages)?.get(locale);
  if (known !== undefined) return known;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const text: Text = {
    t: createTranslator<CoreKey>({ ...enCore, ...messages }, locale),
    locale,
    direction: getDirection(locale),
    formatDay: (time) => formatTime(day, time),
    formatMoment: (time) => formatTime(moment, time),
  };
  const ofMessages = texts.get(messages) ?? new Map<string, Text>();
  texts.set(messages, ofMessages.set(locale, text));
  return text;
}

function formatTime(format: Intl.DateTimeFormat, time: string | undefined): string {
  const date = new Date(time ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? '' : format.format(date);
}
