import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** Fails on whatever axe finds in an element, saying where and how it looked (`as`). */
export async function expectAccessible(element: Locator, as: string): Promise<void> {
  // axe takes selectors alone.
  await element.evaluate((node) => node.setAttribute('data-axe', ''));
  const builder = new AxeBuilder({ page: element.page() }).include('[data-axe]');
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
