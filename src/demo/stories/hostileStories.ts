import type { JsonSchema } from 'react-versori-onboarding';
import { account, goToVariables, part } from './steps.js';
import type { Story } from './story.js';
import { withVariables } from './withVariables.js';

const group = 'Anything may come';
const data = 'hostile';

export const hostileStories: readonly Story[] = [
  {
    id: 'hostile-choosing',
    group,
    title: 'Markup and long words',
    shows: 'Names of 5,000 characters, HTML, another direction: shown as text, cut, isolated.',
    data,
    play: async ({ find }) => void (await find(account(2))),
  },
  {
    id: 'hostile-chosen',
    group,
    title: 'Accounts with next to nothing',
    shows: 'Only an id and a name can be relied on; nothing is made up for the rest.',
    data,
    async play({ press, find }) {
      await press(account(1));
      await press(part('continue'));
      await find(account(2));
    },
  },
  {
    id: 'hostile-health',
    group,
    title: 'Unheard-of sign-ins',
    shows: 'Ways to sign in that this version does not know, and credentials that are null.',
    data,
    integration: 'warehouseSync',
    play: async ({ find }) => void (await find(account(6))),
  },
  {
    id: 'hostile-template',
    group,
    title: 'A template without an id',
    shows: 'It can be named in no activation, so the integration says that it cannot work.',
    data,
    integration: 'slackAlerts',
    play: async ({ find }) => void (await find(part('notice'))),
  },
  {
    id: 'hostile-schema',
    group,
    title: 'A schema from hell',
    shows: 'Markup, words without an end, ten thousand options, contradictions: each is one field.',
    prepare: withVariables({
      type: 'object',
      properties: {
        markup: {
          title: '<img src=x onerror="hostileRan=1"><b>Bold</b>',
          description: '<script>hostileRan=1</script>',
          type: 'string',
        },
        endless: { title: 'W'.repeat(100_000), description: 'W'.repeat(100_000), type: 'string' },
        many: { enum: Array.from({ length: 10_000 }, (_, index) => `Option ${index + 1}`) },
        explodes: { type: 'string', pattern: '^(a+)+$', default: `${'a'.repeat(4_000)}!` },
        contradicts: { allOf: [{ type: 'string' }, { type: 'number' }] },
        nothing: false,
        anything: true,
        deep: Array.from({ length: 8 }).reduce<JsonSchema>(
          (inner) => ({ type: 'object', properties: { deeper: inner } }),
          { type: 'string' },
        ),
        '': { type: 'string' },
        __proto__x: { $ref: '#/properties/deep' },
      },
      required: ['contradicts'],
    }),
    play: goToVariables,
  },
  {
    id: 'hostile-active',
    group,
    title: 'Variables that no schema knows',
    shows: 'Names that JavaScript inherits, long values and markup: all of it is only text.',
    data,
    user: 'carla',
    play: async ({ find }) => void (await find(part('activation'))),
  },
];
