import { activatingStories } from './activatingStories.js';
import { activationStories } from './activationStories.js';
import { changingStories } from './changingStories.js';
import { choosingStories } from './choosingStories.js';
import { connectStories } from './connectStories.js';
import { signInStories } from './signInStories.js';
import { connectorStories } from './connectorStories.js';
import { hostileStories } from './hostileStories.js';
import { hubStories } from './hubStories.js';
import { readingStories } from './readingStories.js';
import type { Story } from './story.js';
import { variablesStories } from './variablesStories.js';

/** Every state of the components that is worth a look. */
export const stories: readonly Story[] = [
  ...readingStories,
  ...choosingStories,
  ...connectStories,
  ...signInStories,
  ...variablesStories,
  ...connectorStories,
  ...activatingStories,
  ...activationStories,
  ...changingStories,
  ...hubStories,
  ...hostileStories,
];
