import { stories } from '../../../src/demo/stories/stories.js';
import { expect, test } from '../../fixtures.js';
import { StoryPage } from '../../pages/StoryPage.js';
import { findTextMisfits } from './textMisfits.js';

test.use({ reducedMotion: 'reduce' });

/** Those of the others are names of thousands of characters, which are folded at any size. */
const ordinary = stories.filter(({ group }) => group !== 'Anything may come');

for (const { id, group, title } of ordinary) {
  test(`${group}: ${title}: nothing is lost with text of 200 %`, async ({ page, world, guard }) => {
    guard.allowFailedRequests();
    const story = new StoryPage(page, world);
    await story.open(id);
    const root = story.stage.locator('.onb-root').first();
    // Of the text alone: the width of the place stays.
    await story.stage.evaluate((stage) => stage.style.setProperty('font-size', '32px'));
    await expect(root).toHaveCSS('font-size', '32px');
    for (const width of [320, 480, 960]) {
      await test.step(`${width} pixels`, async () => {
        await page.setViewportSize({ width, height: 900 });
        expect(await findTextMisfits(story.stage)).toEqual([]);
      });
    }
    await test.step('the spacing of WCAG 1.4.12, at the usual size', async () => {
      await story.stage.evaluate((stage) => stage.style.removeProperty('font-size'));
      await page.evaluate(() => {
        const spacing = new CSSStyleSheet();
        spacing.replaceSync(`
          .onb-root * {
            line-height: 1.5 !important; letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important;
          }
          .onb-root p { margin-block-end: 2em !important; }
        `);
        document.adoptedStyleSheets = [spacing];
      });
      for (const width of [480, 960]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await findTextMisfits(story.stage), `${width} pixels`).toEqual([]);
      }
    });
  });
}
