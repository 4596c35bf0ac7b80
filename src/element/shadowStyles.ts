import styles from '../styles/onboarding.css?inline';

let sheet: CSSStyleSheet | undefined;

/** The stylesheet of every shadow root, made once. A strict policy allows it: it is no inline style. */
export function getShadowStyles(): CSSStyleSheet {
  if (sheet !== undefined) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { display: block }\n${styles}`);
  return sheet;
}
