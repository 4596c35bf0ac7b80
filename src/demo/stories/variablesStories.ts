import { goToVariables, part } from './steps.js';
import { everyKind } from './everyKind.js';
import type { Story } from './story.js';
import { withVariables } from './withVariables.js';

const group = 'Settings';
const stores = Array.from({ length: 120 }, (_, index) => `Ledger of store ${index + 1}`);

export const variablesStories: readonly Story[] = [
  {
    id: 'variables',
    group,
    title: 'Settings',
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
    prepare: withVariables({
      type: 'object',
      properties: {
        routing: {
          title: 'Routing rules',
          description: 'As exported from your order system.',
        },
        region: { title: 'Region', $ref: '#/$defs/nowhere' },
      },
      required: ['routing'],
    }),
    play: goToVariables,
  },
  {
    id: 'variables-kinds',
    group,
    title: 'Every kind of field',
    shows:
      'What each construct of JSON Schema becomes: rows, choices, entries, variants, conditions.',
    prepare: everyKind,
    async play(player) {
      await goToVariables(player);
      await player.press(part('more-summary'));
      await player.find(part('list'));
    },
  },
  {
    id: 'variables-kinds-errors',
    group,
    title: 'Every kind, with errors',
    shows: 'Each field says what is wrong with it in the place where it is put right.',
    prepare: everyKind,
    async play(player) {
      await goToVariables(player);
      await player.press(part('more-summary'));
      await player.find(part('list'));
      await player.press(part('add-row'));
      await player.press(part('add-entry'));
      await player.press(part('continue'));
      await player.find('[aria-invalid="true"]');
    },
  },
  {
    id: 'variables-long',
    group,
    title: 'A hundred and twenty fields',
    shows: 'Only those near to what is in view are laid out; the last one is not filled in.',
    prepare: withVariables({
      type: 'object',
      properties: Object.fromEntries(
        stores.map((name) => [
          name,
          { type: 'string', ...(name !== stores.at(-1) && { default: 'General' }) },
        ]),
      ),
      required: stores,
    }),
    play: goToVariables,
  },
  {
    id: 'variables-host',
    group,
    title: 'The host’s own options',
    shows:
      'A warehouse is searched among the host’s values, and the schema’s words are the host’s.',
    options: {
      variableOptions: {
        '/warehouseCode': ({ search, after }) => Promise.resolve(findWarehouses(search, after)),
      },
      translateSchemaText: (text) => text.replace('Warehouse code', 'Depot'),
    },
    async play(player) {
      await goToVariables(player);
      await player.press(part('combobox') + ' input');
      await player.find(part('load-more'));
    },
  },
  {
    id: 'variables-host-failed',
    group,
    title: 'Options that do not come',
    shows: 'It is said at the field, and can be tried again.',
    options: {
      variableOptions: { '/warehouseCode': () => Promise.reject(new Error('The list is down.')) },
    },
    async play(player) {
      await goToVariables(player);
      await player.press(part('combobox') + ' input');
      await player.find(part('retry'));
    },
  },
];

const towns = ['London', 'Leeds', 'Bristol', 'Cardiff', 'Glasgow', 'Belfast', 'York', 'Bath'];
const pageSize = 4;

function findWarehouses(
  search: string,
  after = '0',
): { items: { value: string; label: string }[]; next?: string } {
  const found = towns.filter((town) => town.toLowerCase().includes(search.toLowerCase()));
  const from = Number(after);
  const items = found
    .slice(from, from + pageSize)
    .map((town) => ({ value: `${town.slice(0, 3).toUpperCase()}-1`, label: town }));
  const isLast = from + pageSize >= found.length;
  return isLast ? { items } : { items, next: String(from + pageSize) };
}
