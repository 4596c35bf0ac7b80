import { test } from './fixtures.js';
import { hostStylesheets } from './host-pages/hostStylesheets.js';
import { expectSameLook, lookStories } from './host-pages/expectSameLook.js';

test.use({ reducedMotion: 'reduce' });

for (const id of lookStories) {
  test(`The widget looks as in a plain page under other stylesheets: ${id}`, async ({
    page,
    world,
  }) => {
    test.slow();
    await expectSameLook(page, world, id, hostStylesheets);
  });
}
