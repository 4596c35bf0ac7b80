import { test } from '../fixtures.js';
import { componentLibraries } from '../host-pages/componentLibraries.js';
import { expectSameLook, lookStories } from '../host-pages/expectSameLook.js';

test.use({ reducedMotion: 'reduce' });

for (const id of lookStories) {
  test(`The widget looks as in a plain page under component libraries: ${id}`, async ({
    page,
    world,
  }) => {
    test.slow();
    await expectSameLook(page, world, id, componentLibraries);
  });
}
