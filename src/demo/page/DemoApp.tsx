import { useEffect, type ReactNode } from 'react';
import { StoriesPage } from './StoriesPage.js';
import { SettingsPage } from './SettingsPage.js';
import { useUrlState, type UrlState } from './urlState.js';

/** The settings page, or the states of the components, as the address says. */
export function DemoApp(): ReactNode {
  const url = useUrlState();
  useDocumentLook(url);
  return url.story === null ? <SettingsPage url={url} /> : <StoriesPage url={url} />;
}

function useDocumentLook({ theme, locale }: UrlState): void {
  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = locale;
    documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr';
    documentElement.dataset['theme'] = theme;
  }, [theme, locale]);
}
