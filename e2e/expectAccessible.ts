import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Locator, type Page } from '@playwright/test';
import type axe from 'axe-core';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

declare global {
  interface Window {
    /** Once its source has run in the page. */
    axe?: typeof axe;
  }
}

/** The rules of axe that look at colours. In another theme, no other rule can have another result. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Fails on whatever axe finds in an element, saying where and how it looked (`as`). */
export async function expectAccessible(element: Locator, as: string): Promise<void> {
  await expectNoViolations(element, as, { rules: { 'target-size': { enabled: true } } });
}

/** The same, of its colours alone: of one that was accessible in another theme. */
export async function expectAccessibleColours(element: Locator, as: string): Promise<void> {
  await expectNoViolations(element, as, { runOnly: { type: 'rule', values: colourRules } });
}

/** The same, of all but its colours: of one that had these in another language. */
export async function expectAccessibleText(element: Locator, as: string): Promise<void> {
  const rules: axe.RuleObject = { 'target-size': { enabled: true } };
  for (const rule of colourRules) rules[rule] = { enabled: false };
  await expectNoViolations(element, as, { rules });
}

async function expectNoViolations(
  element: Locator,
  as: string,
  options: axe.RunOptions,
): Promise<void> {
  const isLoaded = await element.evaluate(() => window.axe !== undefined);
  if (!isLoaded) await element.page().evaluate(axeSource);
  const found = await element.evaluate(
    async (node, runOptions) => {
      // The page hears of another colour scheme with the frame in which it is drawn.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const results = await window.axe?.run(node, runOptions);
      return results?.violations.map(({ id, help, nodes }) => {
        const places = nodes.map(
          ({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`,
        );
        return `${id} (${help}) at ${places.join(' | ')}`;
      });
    },
    // Without these axe describes each element that passed, and loads the stylesheets for a rule
    // that is off: more than half of its time.
    { ...options, resultTypes: ['violations' as const], preload: false },
  );
  expect(found, as).toEqual([]);
}

/** Fails where the page is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(wider, 'pixels that the page is wider than the window').toBe(0);
}
