import { useContext, useMemo } from 'react';
import { OnboardingLookContext } from '../../headless/settings.js';
import { enCore, type CoreKey } from '../../messages/enCore.js';
import { createTranslator, type Message, type Translate } from '../../messages/format.js';
import { useText, type Text } from './text.js';

export interface CatalogText<Key extends string> extends Text {
  readonly t: Translate<CoreKey | Key>;
}

/** Returns the core texts and those of a catalog that loads with the part that needs it. */
export function useCatalog<Key extends string>(
  catalog: Readonly<Record<Key, Message>>,
): CatalogText<Key> {
  const text = useText();
  const messages = useContext(OnboardingLookContext)?.messages;
  return useMemo(() => {
    const t = createTranslator<CoreKey | Key>({ ...enCore, ...catalog, ...messages }, text.locale);
    return { ...text, t };
  }, [text, catalog, messages]);
}
