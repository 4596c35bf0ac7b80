import { useEffect } from 'react';
import { warnDeveloper } from '../../backend/warnDeveloper.js';
import type { MessageOverrides } from '../../headless/settings.js';

/** In development: tells of texts that are shown nowhere, since their key is misspelt. */
export function useMessagesWarning(messages: MessageOverrides | undefined): void {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production') {
      // Most keys are in parts that are not loaded yet.
      void import('../../messages/en.js').then(({ en }) => {
        for (const key of Object.keys(messages ?? {})) {
          if (Object.hasOwn(en, key)) continue;
          warnDeveloper(
            `messages has a text for "${key}", which is no key, so it is shown nowhere. react-versori-onboarding/locales/en has every key.`,
          );
        }
      });
    }
  }, [messages]);
}
