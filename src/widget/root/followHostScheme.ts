import { warnDeveloper } from '../../backend/warnDeveloper.js';
import { ancestorsOf, readContrast, readHostScheme } from './hostScheme.js';

/** What hosts switch a theme with, on `html` or `body`. */
const themeAttributes = ['class', 'style', 'data-theme', 'data-mode', 'data-bs-theme'];

/** Text of this contrast or more is readable, WCAG 2 says (AA). */
const LEAST_CONTRAST = 4.5;

/**
 * Keeps `data-scheme` of the root what the host's page looks like, for theme `auto`: also when the host
 * switches its theme later. An attribute of the DOM, since a server cannot know it. Returns what ends it.
 */
export function followHostScheme(root: HTMLElement, theme: string): () => void {
  const read = (): void => {
    const scheme = theme === 'auto' ? readHostScheme(root) : undefined;
    if (scheme === undefined) delete root.dataset['scheme'];
    else root.dataset['scheme'] = scheme;
  };
  read();
  if (process.env.NODE_ENV !== 'production') warnOfContrast(root);
  const onTransitionEnd = ({ target, propertyName }: TransitionEvent): void => {
    const isBehind = [...ancestorsOf(root)].some((element) => element === target);
    if (isBehind && /background/.test(propertyName)) read();
  };
  const system = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(read);
  const { documentElement: html, body } = document;
  for (const each of [html, body]) observer.observe(each, { attributeFilter: themeAttributes });
  system?.addEventListener('change', read);
  html.addEventListener('transitionend', onTransitionEnd);
  return () => {
    observer.disconnect();
    system?.removeEventListener('change', read);
    html.removeEventListener('transitionend', onTransitionEnd);
  };
}

function warnOfContrast(element: HTMLElement): void {
  const contrast = readContrast(element);
  if (contrast === undefined || contrast >= LEAST_CONTRAST) return;
  warnDeveloper(
    `the widget's text has a contrast of ${contrast.toFixed(1)}:1 with the page behind it, and below ${LEAST_CONTRAST}:1 many cannot read it. It takes the text colour of the element around it: set \`color\` there, --onb-color-text, or appearance={{ theme: 'light' }} or 'dark'.`,
  );
}
