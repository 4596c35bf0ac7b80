import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { StoryPage } from './pages/StoryPage.js';

test.use({ reducedMotion: 'reduce' });

/** Gives the element around the widget styles of a host. */
function styleContainer(page: Page, css: string): Promise<void> {
  return page.evaluate((style) => {
    const parent = document.querySelector('.onb-root')?.parentElement;
    if (!parent) throw new Error('There is no widget in this page.');
    for (const declaration of style.split(';')) {
      const [name = '', value = ''] = declaration.split(':');
      parent.style.setProperty(name.trim(), value.trim(), 'important');
    }
  }, css);
}

/** Parts that need more room than they have, and lines of prose of more than 75 characters. */
function findMisfits(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('.onb-root');
    if (root === null) throw new Error('There is no widget in this page.');
    const edge = root.getBoundingClientRect();
    return [...root.querySelectorAll('*')].flatMap((element) => {
      const name = `<${element.localName} class="${element.getAttribute('class') ?? ''}">`;
      const { left, right, width, height } = element.getBoundingClientRect();
      if (element.closest('.onb-visually-hidden, svg, dialog') !== null) return [];
      const isOutside = right > edge.right + 4 || left < edge.left - 4;
      const isLong = findLongestLine(element) > 75;
      return [
        ...(isOutside && width * height > 0 ? [`${name} sticks out`] : []),
        ...(isLong ? [`${name} has lines of more than 75 characters`] : []),
      ];
    });

    /** Characters of the longest line of an element that holds text alone. */
    function findLongestLine(element: Element): number {
      const text = element.firstChild;
      if (!(text instanceof Text) || element.childNodes.length > 1) return 0;
      const counts = new Map<number, number>();
      const range = document.createRange();
      for (let index = 0; index < text.length; index += 1) {
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        const line = Math.round(range.getBoundingClientRect().top);
        counts.set(line, (counts.get(line) ?? 0) + 1);
      }
      return Math.max(0, ...counts.values());
    }
  });
}

const containers = {
  'of 280 pixels': 'inline-size: 280px',
  'of 1,400 pixels': 'inline-size: 1400px',
  'that is transformed and clips': 'transform: translateZ(0); overflow: hidden; inline-size: 600px',
};

for (const [name, css] of Object.entries(containers)) {
  test(`The widget fits into a container ${name}`, async ({ page, world, guard }) => {
    guard.allowFailedRequests();
    await page.setViewportSize({ width: 1700, height: 900 });
    for (const id of [
      'several',
      'variables-kinds',
      'unknown',
      'active-unhealthy',
      'hub',
      'ending',
    ]) {
      await test.step(id, async () => {
        await new StoryPage(page, `${world}-${id}`).open(id);
        await styleContainer(page, css);
        expect(await findMisfits(page)).toEqual([]);
      });
    }
    // The dialog of the last one is the page's, whatever is around the widget.
    await expect(page.locator('.onb-dialog')).toBeInViewport({ ratio: 1 });
  });
}
