import { goToVariables, part } from './steps.js';
import type { Story } from './story.js';

const group = 'Variables';

export const variablesStories: readonly Story[] = [
  {
    id: 'variables',
    group,
    title: 'Variables',
    shows: 'A field for each kind, with the schema’s titles, descriptions and defaults.',
    play: goToVariables,
  },
  {
    id: 'variables-errors',
    group,
    title: 'Not filled in',
    shows: 'What is missing is said at the field and in one list; the focus goes to it.',
    async play(player) {
      await goToVariables(player);
      await player.press(part('continue'));
      await player.find('[aria-invalid="true"]');
    },
  },
  {
    id: 'variables-nested',
    group,
    title: 'Nested and repeated',
    shows: 'An address and rows of stock lines.',
    integration: 'warehouseSync',
    play: goToVariables,
  },
  {
    id: 'variables-unsupported',
    group,
    title: 'A schema that cannot be drawn',
    shows: 'It is said aloud, and the value can be given as JSON.',
    prepare({ projects }, ids) {
      const project = projects.find(({ id }) => id === ids.projects.shopifyOrders);
      if (project === undefined) return;
      project.dynamicVariablesSchema = {
        type: 'object',
        properties: {
          routing: {
            title: 'Routing rules',
            description: 'As exported from your order system.',
          },
          region: { title: 'Region', $ref: '#/$defs/nowhere' },
        },
        required: ['routing'],
      };
    },
    play: goToVariables,
  },
];
