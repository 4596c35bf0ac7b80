import { choices } from '../src/demo/page/urlState.js';
import { expectNoSidewaysScroll } from './expectAccessible.js';
import { expect, test } from './fixtures.js';
import { StoryPage } from './pages/StoryPage.js';

test.use({ reducedMotion: 'reduce', viewport: { width: 320, height: 640 } });

/** What a user passes on the way from the first account to the settings of what is on. */
const mainFlow = [
  'several',
  'unhealthy-asked',
  'none-connect',
  'connecting',
  'variables-errors',
  'variables-kinds',
  'review',
  'refused',
  'unknown',
  'done',
  'active-unhealthy',
  'ending',
  'editing-changes',
  'replacing-both',
  'hub-attention',
];

for (const id of mainFlow) {
  test(`${id} fits a phone in each language`, async ({ page, world, guard }) => {
    guard.allowFailedRequests();
    const story = new StoryPage(page, world);
    await story.open(id);
    for (const locale of choices.locale) {
      await test.step(locale, async () => {
        await story.switchTo(locale);
        await expectNoSidewaysScroll(page);
        expect(await story.findCutTexts(), 'texts that are wider than their box').toEqual([]);
      });
    }
  });
}
