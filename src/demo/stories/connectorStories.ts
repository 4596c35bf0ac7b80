import { authentication, nestedGroups, thirtyOptional } from './connectorSchemas.js';
import { goToVariables, part } from './steps.js';
import type { Story } from './story.js';
import { withVariables } from './withVariables.js';

const group = 'Settings';

/** Forms as the schemas of real connectors make them. */
export const connectorStories: readonly Story[] = [
  {
    id: 'connector-authentication',
    group,
    title: 'Ways to sign in',
    shows: 'Each way has fields and secrets of its own; a key of many lines is masked.',
    prepare: withVariables(authentication),
    async play(player) {
      await goToVariables(player);
      await player.press(`${part('variant')} ${part('option')}:nth-of-type(2) input`);
      await player.fill(`${part('variant')} textarea`, '-----BEGIN KEY-----\nMIIBVgIB\n');
    },
  },
  {
    id: 'connector-nested',
    group,
    title: 'Groups and rows',
    shows: 'Groups within groups, and a list of objects.',
    prepare: withVariables(nestedGroups),
    play: goToVariables,
  },
  {
    id: 'connector-optional',
    group,
    title: 'Thirty optional settings',
    shows: 'What most leave alone is folded; what is missing is said all the same.',
    prepare: withVariables(thirtyOptional),
    async play(player) {
      await goToVariables(player);
      await player.press(part('continue'));
      await player.find('[aria-invalid="true"]');
    },
  },
];
