import { useContext, useMemo } from 'react';
import { OnboardingLookContext } from '../../headless/settings.js';
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
  const locale = look?.locale ?? 'en';
  const messages = look?.messages;
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
    const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
    return {
      t: createTranslator<CoreKey>({ ...enCore, ...messages }, locale),
      locale,
      direction: getDirection(locale),
      formatDay: (time) => formatTime(day, time),
      formatMoment: (time) => formatTime(moment, time),
    };
  }, [locale, messages]);
}

function formatTime(format: Intl.DateTimeFormat, time: string | undefined): string {
  const date = new Date(time ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? '' : format.format(date);
}
