import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** The rules of axe that look at colours. In another theme, no other rule can have another result. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Fails on whatever axe finds in an element, saying where and how it looked (`as`). */
export async function expectAccessible(element: Locator, as: string): Promise<void> {
  await expectNoViolations(await findElement(element), as);
}

/** The same, of its colours alone: of one that was accessible in another theme. */
export async function expectAccessibleColours(element: Locator, as: string): Promise<void> {
  await expectNoViolations((await findElement(element)).withRules(colourRules), as);
}

/** The same, of all but its colours: of one that had these in another language. */
export async function expectAccessibleText(element: Locator, as: string): Promise<void> {
  await expectNoViolations((await findElement(element)).disableRules(colourRules), as);
}

async function findElement(element: Locator): Promise<AxeBuilder> {
  // axe takes selectors alone.
  await element.evaluate((node) => node.setAttribute('data-axe', ''));
  const builder = new AxeBuilder({ page: element.page() }).include('[data-axe]');
  // Without them axe describes each element that passed, and loads the stylesheets for a rule that
  // is off: more than half of its time.
  return builder.options({ resultTypes: ['violations'], preload: false });
}

async function expectNoViolations(builder: AxeBuilder, as: string): Promise<void> {
  // Legacy mode: there are no frames, and the other one opens a page of its own.
  const { violations } = await builder.setLegacyMode().analyze();
  const found = violations.map(({ id, help, nodes }) => {
    const places = nodes.map(
      ({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`,
    );
    return `${as}: ${id} (${help}) at ${places.join(' | ')}`;
  });
  expect(found).toEqual([]);
}

/** Fails where the page is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(wider, 'pixels that the page is wider than the window').toBe(0);
}
