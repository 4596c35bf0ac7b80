import { account, chooseAccount, part } from './steps.js';
import type { Story } from './story.js';

const group = 'Choosing accounts';

export const choosingStories: readonly Story[] = [
  {
    id: 'several',
    group,
    title: 'Several accounts',
    shows: 'Nothing is chosen for the user where there is a choice.',
    play: async ({ find }) => void (await find(account(1))),
  },
  {
    id: 'chosen',
    group,
    title: 'One of them chosen',
    shows: 'Border, tint and the radio say which; never the colour alone.',
    play: ({ press }) => press(account(2)),
  },
  {
    id: 'prefilled',
    group,
    title: 'The only account',
    shows: 'It is filled in beforehand, and still shown.',
    integration: 'slackAlerts',
    play: async ({ find }) => void (await find(`${part('connection')}[data-state="chosen"]`)),
  },
  {
    id: 'same-name',
    group,
    title: 'Two with the same name',
    shows: 'Address, sign-in and age tell them apart.',
    async play(player) {
      await chooseAccount(player, 1);
      await player.find(account(2));
    },
  },
  {
    id: 'every-kind',
    group,
    title: 'Every sign-in and health',
    shows: 'Keys, certificates, signatures; checked, never checked and soon to expire.',
    integration: 'warehouseSync',
    play: async ({ find }) => void (await find(account(6))),
  },
  {
    id: 'unhealthy',
    group,
    title: 'Accounts that do not work',
    shows: 'One expired, one failing, one about to expire: each is said in words.',
    user: 'carla',
    prepare: withoutActivations,
    play: async ({ find }) => void (await find(account(3))),
  },
  {
    id: 'unhealthy-chosen',
    group,
    title: 'One that does not work, chosen',
    shows: 'It is allowed, with the consequence said before the user goes on.',
    user: 'carla',
    prepare: withoutActivations,
    play: ({ press }) => press(`${part('connection')}:has([data-usable="false"]) input`),
  },
  {
    id: 'none',
    group,
    title: 'No account for a later step',
    shows: 'Bashir has nothing at NetSuite: what is needed, and that his choices are kept.',
    user: 'bashir',
    async play(player) {
      await chooseAccount(player, 1);
      await player.find(part('empty'));
    },
  },
  {
    id: 'none-connect',
    group,
    title: 'No account, and a way to make one',
    shows: 'The host has given `onConnectNew`: its own way to connect an account.',
    user: 'newcomer',
    integration: 'slackAlerts',
    options: { onConnectNew: () => new Promise(() => {}) },
    play: async ({ find }) => void (await find(part('empty'))),
  },
  {
    id: 'newcomer',
    group,
    title: 'A user unknown to the platform',
    shows: 'The first visit: there is nothing yet, and that is no error.',
    user: 'newcomer',
    play: async ({ find }) => void (await find(part('empty'))),
  },
  {
    id: 'many',
    group,
    title: 'Very many accounts',
    shows: '402 accounts: a page at a time, and a filter by name or address.',
    data: 'large',
    play: async ({ find }) => void (await find(part('filter'))),
  },
  {
    id: 'many-filtered',
    group,
    title: 'Filtered',
    shows: 'What is typed is looked for among all accounts, not only the ones shown.',
    data: 'large',
    async play({ fill, find }) {
      await fill(`${part('filter')} input`, 'chen');
      await find(`${part('connection')}:nth-of-type(2):nth-last-of-type(1)`);
    },
  },
  {
    id: 'many-no-match',
    group,
    title: 'Filtered to nothing',
    shows: 'What was looked for is said, and the way back is there.',
    data: 'large',
    async play({ fill, find }) {
      await fill(`${part('filter')} input`, 'zanzibar');
      await find(`${part('filter')} ${part('empty')}`);
    },
  },
];

function withoutActivations(data: { activations: unknown[] }): void {
  data.activations = [];
}
