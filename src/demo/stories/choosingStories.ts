import { cloneConnections, draftOfGoneAccount } from './connectionSets.js';
import { account, chooseAccount, part } from './steps.js';
import type { Story } from './story.js';

const group = 'Choosing accounts';

/** Both templates' first pages, and one more where React's StrictMode begins everything twice. */
const firstReads = 3;

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
    id: 'unhealthy-asked',
    group,
    title: 'Going on with one that does not work',
    shows: 'Continue asks first; Escape and the first button lead back to the list.',
    user: 'carla',
    prepare: withoutActivations,
    options: { onConnectNew: () => new Promise(() => {}) },
    async play({ press, find }) {
      await press(`${part('connection')}:has([data-usable="false"]) input`);
      await press(part('continue'));
      await find(part('question'));
    },
  },
  {
    id: 'unhealthy-review',
    group,
    title: 'One that does not work, in the review',
    shows: 'What was warned of is repeated before the last press, with the way to repair it.',
    user: 'carla',
    integration: 'slackAlerts',
    prepare(data, ids) {
      const slack = data.connections.find(({ id }) => id === ids.connections.carlaSlack);
      for (const { credential } of slack?.credentials ?? []) {
        if (credential) credential.errors = ['401 from the token endpoint'];
      }
    },
    options: { onConnectNew: () => new Promise(() => {}) },
    async play({ press, find }) {
      await press(account(1));
      await press(part('continue'));
      await press(part('use-anyway'));
      await find('[data-step="review"]');
    },
  },
  {
    id: 'gone',
    group,
    title: 'Gone meanwhile',
    shows: 'The draft names an account that was taken away: said on its step, the rest is kept.',
    integration: 'slackAlerts',
    options: { userKey: 'story-gone', draftStorage: draftOfGoneAccount() },
    async play({ find }) {
      await find(part('notice'));
    },
  },
  {
    id: 'twins',
    group,
    title: 'Alike in everything',
    shows: 'Nothing but the id tells these apart, so its end is shown.',
    prepare: (data, ids) => cloneConnections(data, ids.connections.ameliaShopifyUk, 2),
    play: async ({ find }) => void (await find(account(4))),
  },
  {
    id: 'managed',
    group,
    title: 'Beside what is provided',
    shows: 'The first step says what else is used, and that there is nothing to choose.',
    integration: 'warehouseSync',
    play: async ({ find }) => void (await find(part('managed-hint'))),
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
    id: 'connecting',
    group,
    title: 'Waiting for a new account',
    shows: 'The host’s own window is open; nothing is blocked, and there are ways out.',
    options: { onConnectNew: () => new Promise(() => {}) },
    async play({ press, find }) {
      await press(part('connect-new'));
      await find(part('stop-waiting'));
    },
  },
  {
    id: 'connecting-failed',
    group,
    title: 'A new account that failed',
    shows: 'The host’s own window said no; the list is as it was, and the button is back.',
    options: { onConnectNew: () => Promise.reject(new Error('Closed.')) },
    async play({ press, find }) {
      await press(part('connect-new'));
      await find(`${part('connecting')}[data-state="failed"]`);
    },
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
    id: 'many-slow',
    group,
    title: 'Searching a slow platform',
    shows: 'What is loaded is filtered at once; the rest is being asked for.',
    data: 'large',
    faults: [
      { operation: 'ListConnections', fault: { kind: 'latency', ms: 0 }, times: firstReads },
      { operation: 'ListConnections', fault: { kind: 'hang' }, times: null },
    ],
    async play({ fill, find }) {
      await find(part('filter'));
      await fill(`${part('filter')} input`, 'chen');
      await find(`${part('count')}[data-state="searching"]`);
    },
  },
  {
    id: 'many-failed',
    group,
    title: 'A further page that fails',
    shows: 'What is loaded stays; the same button tries again.',
    data: 'large',
    faults: [
      { operation: 'ListConnections', fault: { kind: 'latency', ms: 0 }, times: firstReads },
      { operation: 'ListConnections', fault: { kind: 'status', status: 500 }, times: null },
    ],
    async play({ press, find }) {
      const failure = `${part('later')} ${part('error')}`;
      await press(part('more'));
      const shown = await find(`${failure}, ${account(40)}`);
      if (shown.matches('input')) await press(part('more'));
      await find(failure);
    },
  },
  {
    id: 'ten-thousand',
    group,
    title: 'Ten thousand accounts',
    shows: 'The first twenty of them, and a filter that finds the rest.',
    prepare: (data, ids) => cloneConnections(data, ids.connections.ameliaShopifyUk, 10_000),
    play: async ({ find }) => void (await find(part('filter'))),
  },
  {
    id: 'many-no-match',
    group,
    title: 'Filtered to nothing',
    shows: 'What was looked for is said, and the way back is there.',
    data: 'large',
    async play({ fill, find }) {
      await fill(`${part('filter')} input`, 'zanzibar');
      await find(part('no-match'));
    },
  },
];

function withoutActivations(data: { activations: unknown[] }): void {
  data.activations = [];
}
