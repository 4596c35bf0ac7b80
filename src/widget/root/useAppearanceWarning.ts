import { useEffect } from 'react';
import { warnDeveloper } from '../../backend/warnDeveloper.js';
import type { Appearance } from '../../headless/settings.js';

/** In development: tells of classes and custom properties that change nothing, since their key is misspelt. */
export function useAppearanceWarning({ classNames, variables }: Appearance = {}): void {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production') {
      void import('../../styles/partNames.js').then(({ partNames }) =>
        warnOfUnknown('classNames', classNames, partNames),
      );
      void import('../../styles/themeVariables.js').then(({ themeVariables }) =>
        warnOfUnknown('variables', variables, themeVariables),
      );
    }
  }, [classNames, variables]);
}

function warnOfUnknown(
  option: 'classNames' | 'variables',
  given: Readonly<Record<string, string>> = {},
  known: readonly string[],
): void {
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    warnDeveloper(
      `appearance.${option} has an entry for "${name}", which is none of them, so it changes nothing. The type Appearance lists all of them.`,
    );
  }
}
