import { stories } from '../stories/stories.js';
import type { WorldSetup } from '../stories/story.js';

/**
 * The first state of a world: that of the story for `story-<id>` and `story-<id>--<anything>`, the
 * example data for any other name.
 */
export function findWorldSetup(worldName: string): WorldSetup {
  const [, id] = /^story-(.+?)(--.*)?$/.exec(worldName) ?? [];
  return stories.find((story) => story.id === id) ?? {};
}
