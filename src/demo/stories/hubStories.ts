import type { exampleIds, PlatformData } from 'react-versori-onboarding/emulator';
import { part } from './steps.js';
import type { Story } from './story.js';

const group = 'Hub';
const component = 'hub';

type Ids = typeof exampleIds;

export const hubStories: readonly Story[] = [
  {
    id: 'hub',
    group,
    component,
    title: 'Every integration',
    shows: 'What each does, and how it stands with the user: one request for all of them.',
    user: 'bashir',
    play: async ({ find }) => void (await find(part('hub-card'))),
  },
  {
    id: 'hub-attention',
    group,
    component,
    title: 'One needs attention',
    shows: 'Carla’s account has expired: the card says so before she opens it.',
    user: 'carla',
    play: async ({ find }) => void (await find(`${part('hub-card')}[data-state="attention"]`)),
  },
  {
    id: 'hub-open',
    group,
    component,
    title: 'One of them open',
    shows: 'In place of the cards, with the way back to them.',
    user: 'bashir',
    async play({ press, find }) {
      await press('li:first-child button');
      await find(part('activation'));
    },
  },
  {
    id: 'hub-dialog',
    group,
    component,
    title: 'Open in a dialog',
    shows: 'The host chose `presentation="dialog"`: the cards stay behind it.',
    user: 'bashir',
    hub: { presentation: 'dialog' },
    async play({ press, find }) {
      await press('li:first-child button');
      await find(part('activation'));
    },
  },
  {
    id: 'hub-many',
    group,
    component,
    title: 'Very many integrations',
    shows: 'From eight on there is a search, and a filter by state.',
    offersAll: true,
    prepare: addIntegrations,
    play: async ({ find }) => void (await find(`li:nth-child(40) ${part('hub-card')}`)),
  },
  {
    id: 'hub-no-match',
    group,
    component,
    title: 'None matches',
    shows: 'What was looked for stays in the field, and one press shows all again.',
    offersAll: true,
    prepare: addIntegrations,
    async play({ fill, find }) {
      await fill(`${part('search')} input`, 'zanzibar');
      await find(part('clear-filter'));
    },
  },
  {
    id: 'hub-loading',
    group,
    component,
    title: 'Loading',
    shows: 'Outlines of the size of the cards: nothing moves when they come.',
    faults: [{ operation: 'GetEndUser', fault: { kind: 'hang' }, times: null }],
    patienceMs: 600_000,
    play: async ({ find }) => void (await find(part('hub-skeleton'))),
  },
  {
    id: 'hub-failed-one',
    group,
    component,
    title: 'One cannot be read',
    shows: 'Its card says that it is not available; the others are as ever.',
    faults: [
      { operation: 'GetProject', fault: { kind: 'status', status: 500 }, times: 1 },
      { operation: 'ListUserActivations', fault: { kind: 'status', status: 500 }, times: 2 },
    ],
    play: async ({ find }) => void (await find(part('hub-card'))),
  },
];

/** Forty-two more of the sort that a product collects over the years. */
function addIntegrations({ projects, templates }: PlatformData, ids: Ids): void {
  const slack = projects.find(({ id }) => id === ids.projects.slackAlerts);
  const template = templates.find(
    ({ connectionTemplateId }) => connectionTemplateId === ids.templates.slackAlerts.slack,
  );
  const [environment] = slack?.environments ?? [];
  if (slack === undefined || template === undefined || environment === undefined) return;
  for (let index = 0; index < 42; index += 1) {
    const number = String(1_000 + index);
    const environmentId = `01JEXAMP1E000000ENV000${number}`;
    const system = systems[index % systems.length] ?? '';
    const job = jobs[Math.floor(index / systems.length) % jobs.length] ?? '';
    projects.push({
      ...slack,
      id: `01JEXAMP1E000000PRJ000${number}`,
      name: `${system} ${job}`,
      environments: [{ ...environment, id: environmentId }],
    });
    const connectionTemplateId = `01JEXAMP1E000000TMP000${number}`;
    templates.push({ ...template, environmentId, connectionTemplateId });
  }
}

const systems = ['Stripe', 'Klaviyo', 'Zendesk', 'Airtable', 'Sage', 'Magento', 'Exact'];
const jobs = ['payouts', 'contacts', 'tickets', 'stock', 'returns', 'invoices'];
