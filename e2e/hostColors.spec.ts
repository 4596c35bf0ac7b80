import { expectAccessible } from './expectAccessible.js';
import { expect, test } from './fixtures.js';
import { StoryPage } from './pages/StoryPage.js';

test.use({ reducedMotion: 'reduce', colorScheme: 'light' });

for (const id of ['several', 'variables-kinds-errors', 'none-connect', 'ending']) {
  test(`All text can be read in a dark page that does not say that it is dark: ${id}`, async ({
    page,
    world,
  }) => {
    const story = new StoryPage(page, world);
    await story.open(id);
    await page.evaluate(() => {
      const host = new CSSStyleSheet();
      host.replaceSync(`
        :root { color-scheme: light !important; }
        :where(html, body, body *):not(.onb-root, .onb-root *) {
          background: #0b1020 !important; color: #e6e9f2 !important;
        }
      `);
      document.adoptedStyleSheets = [host];
      document.documentElement.classList.add('host-has-gone-dark');
    });
    await expect(page.locator('.onb-root')).toHaveAttribute('data-scheme', 'dark');
    await expectAccessible(page.locator('.onb-root'), 'dark page');
  });
}
