import { useEffect, type ReactNode } from 'react';
import { SettingsPage } from './SettingsPage.js';
import { StoriesPage } from './StoriesPage.js';
import { useUrlState, type UrlState } from './urlState.js';

/** The landing page, the settings page or the states of the components, as the address says. */
export function DemoApp(): ReactNode {
  const url = useUrlState();
  useDocumentLook(url);
  return url.page === 'stories' ? <StoriesPage url={url} /> : <SettingsPage url={url} />;
}

function useDocumentLook({ theme, locale, brand, direction }: UrlState): void {
  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = locale;
    documentElement.dir = locale === 'ar' || direction === 'rtl' ? 'rtl' : 'ltr';
    documentElement.dataset['theme'] = theme;
    documentElement.dataset['brand'] = brand;
  }, [theme, locale, brand, direction]);
}
