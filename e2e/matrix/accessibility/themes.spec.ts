import { stories } from '../../../src/demo/stories/stories.js';
import { choices } from '../../../src/demo/page/urlState.js';
import { expectAccessible, expectAccessibleColours } from '../../expectAccessible.js';
import { test } from '../../fixtures.js';
import { StoryPage } from '../../pages/StoryPage.js';

test.use({ reducedMotion: 'reduce', colorScheme: 'light' });

const schemes = ['light', 'dark'] as const;
const [, ...otherProducts] = choices.brand;

for (const { id, group, title } of stories) {
  test(`${group}: ${title}: axe with every rule in each theme and direction`, async ({
    page,
    world,
    guard,
  }) => {
    guard.allowFailedRequests();
    const story = new StoryPage(page, world);
    await story.open(id);
    for (const locale of ['en', 'ar'] as const) {
      await story.switchTo(locale);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(story.stage, `${locale}, ${colorScheme}`);
      }
    }
    for (const brand of otherProducts) {
      await story.showIn(brand);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        await expectAccessibleColours(story.stage, `${brand}, ${colorScheme}`);
      }
    }
  });
}
