import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { hostStylesheets } from './host-pages/hostStylesheets.js';
import {
  compareLooks,
  readLook,
  readSurroundings,
  setSurroundings,
} from './host-pages/readLook.js';
import { StoryPage } from './pages/StoryPage.js';

test.use({ reducedMotion: 'reduce' });

/** Between them, all of the controls, a list of accounts, a review and a dialog. */
const storyIds = ['several', 'variables', 'variables-kinds-errors', 'review', 'ending'];

/** Puts a host's stylesheet into the page, before the widget's or after it. */
async function serveHostStylesheet(page: Page, css: string, place: 'before' | 'after') {
  const link = '<link rel="stylesheet" href="/host-page.css">';
  await page.route('**/host-page.css', (route) =>
    route.fulfill({ contentType: 'text/css', body: css }),
  );
  await page.route(
    ({ pathname }) => pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const [tag, replacement] =
        place === 'before' ? ['<head>', `<head>${link}`] : ['</head>', `${link}</head>`];
      await route.fulfill({ response, body: html.replace(tag, replacement) });
    },
  );
}

for (const [host, css] of Object.entries(hostStylesheets)) {
  test(`In a page with ${host}, the widget looks as in a plain one`, async ({
    page,
    world,
    guard,
  }) => {
    test.slow();
    guard.allowFailedRequests();
    // A world for each opening, without a draft of the one before.
    let opened = 0;
    const open = async (id: string): Promise<void> => {
      await new StoryPage(page, `${world}-${(opened += 1)}`).open(id);
      await expect(page.locator('.onb-skeleton')).toHaveCount(0);
    };
    for (const id of storyIds) {
      await page.unrouteAll();
      await open(id);
      const surroundings = await readSurroundings(page);
      await setSurroundings(page, surroundings);
      const plain = await readLook(page);
      expect(plain.length).toBeGreaterThan(30);
      for (const place of ['before', 'after'] as const) {
        await test.step(`${id}, the host's stylesheet ${place} ours`, async () => {
          await page.unrouteAll();
          await serveHostStylesheet(page, css, place);
          await open(id);
          await setSurroundings(page, surroundings);
          expect(compareLooks(plain, await readLook(page))).toEqual([]);
        });
      }
    }
  });
}
