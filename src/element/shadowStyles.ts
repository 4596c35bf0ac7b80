import styles from '../styles/onboarding.css?inline';

let sheet: CSSStyleSheet | undefined;

/** The stylesheet of every shadow root, made once. A strict policy allows it: it is no inline style. */
export function getShadowStyles(): CSSStyleSheet {
  if (sheet !== undefined) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { display: block }\n${styles}`);
  moveVariablesToHost(sheet);
  return sheet;
}

/**
 * Declares the custom properties on the element itself in place of the root inside: there, and only
 * there, a rule of the page wins against the default.
 */
function moveVariablesToHost(group: CSSStyleSheet | CSSGroupingRule): void {
  for (let index = 0; index < group.cssRules.length; index += 1) {
    const rule = group.cssRules[index];
    if (rule instanceof CSSStyleRule && rule.selectorText === '.onb-root') {
      group.insertRule(`:host { ${takeVariables(rule.style)} }`, index);
      index += 1;
    } else if (rule instanceof CSSGroupingRule) {
      moveVariablesToHost(rule);
    }
  }
}

/** Removes the custom properties from a rule, and returns their declarations. */
function takeVariables(style: CSSStyleDeclaration): string {
  const names = [...style].filter((name) => name.startsWith('--onb-'));
  const declarations = names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
  for (const name of names) style.removeProperty(name);
  return declarations.join('; ');
}
