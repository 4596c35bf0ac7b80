import { expect, test, type Page } from '@playwright/test';
import { StoryPage } from '../pages/StoryPage.js';
import { compareLooks, fixSurroundings, readLook } from './readLook.js';

/** Between them, all of the controls, a list of accounts, a review and a dialog. */
export const lookStories: readonly string[] = [
  'several',
  'variables',
  'variables-kinds-errors',
  'review',
  'ending',
];

/**
 * Links a host's stylesheet; returns what takes it out again. It stands after the widget's: before it,
 * its rules win no more often.
 */
async function addHostStylesheet(page: Page, host: string) {
  const link = await page.evaluateHandle(
    async (href) => {
      const added = document.createElement('link');
      added.rel = 'stylesheet';
      added.href = href;
      const loaded = new Promise((resolve, reject) => {
        added.addEventListener('load', resolve);
        added.addEventListener('error', reject);
      });
      document.head.append(added);
      await loaded;
      return added;
    },
    `/host-page.css?${encodeURIComponent(host)}`,
  );
  return () => link.evaluate((added) => added.remove());
}

/** Opens a story, and fails where an element of the widget looks different under a stylesheet of a host. */
export async function expectSameLook(
  page: Page,
  world: string,
  id: string,
  stylesheets: Readonly<Record<string, string>>,
): Promise<void> {
  await page.route('**/host-page.css?*', (route) => {
    const host = decodeURIComponent(new URL(route.request().url()).search.slice(1));
    return route.fulfill({ contentType: 'text/css', body: stylesheets[host] ?? '' });
  });
  await new StoryPage(page, world).open(id);
  await expect(page.locator('.onb-skeleton')).toHaveCount(0);
  await fixSurroundings(page);
  const plain = await readLook(page);
  expect(plain.length).toBeGreaterThan(30);

  for (const host of Object.keys(stylesheets)) {
    await test.step(host, async () => {
      const remove = await addHostStylesheet(page, host);
      expect(compareLooks(plain, await readLook(page))).toEqual([]);
      await remove();
    });
  }
}
