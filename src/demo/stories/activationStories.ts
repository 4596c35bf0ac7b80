import type { exampleIds, PlatformData } from 'react-versori-onboarding/emulator';
import { part } from './steps.js';
import type { Story } from './story.js';

const group = 'Current activations';

type Ids = typeof exampleIds;

export const activationStories: readonly Story[] = [
  {
    id: 'active',
    group,
    title: 'Active',
    shows: 'One account, no variables, all well.',
    user: 'bashir',
    integration: 'slackAlerts',
    play: async ({ find }) => void (await find(part('activation'))),
  },
  {
    id: 'active-unhealthy',
    group,
    title: 'Active with an expired account',
    shows: 'The account needs the user; the secret is said to be set and never shown.',
    user: 'carla',
    play: async ({ find }) => void (await find(part('activation'))),
  },
  {
    id: 'active-nested',
    group,
    title: 'Active with nested variables',
    shows: 'An address and a list of rows, and an account that the host provides.',
    integration: 'warehouseSync',
    prepare: addWarehouseActivation,
    play: async ({ find }) => void (await find(part('activation'))),
  },
  {
    id: 'active-paused',
    group,
    title: 'Active, and paused by the vendor',
    shows: 'The environment is suspended: what is switched on stays visible.',
    integration: 'hubspotContacts',
    prepare: addHubspotActivation,
    play: async ({ find }) => void (await find(part('activation'))),
  },
  {
    id: 'active-several',
    group,
    title: 'Several activations',
    shows: 'The host allows more than one: another can be added below.',
    user: 'bashir',
    integration: 'slackAlerts',
    options: { allowMultiple: true },
    prepare: repeatActivation,
    play: async ({ find }) => void (await find(`li + li ${part('activation')}`)),
  },
  {
    id: 'active-reconnect',
    group,
    title: 'An expired account, and a way to sign in again',
    shows: 'The host has given `onConnectNew`, so the way out is one press.',
    user: 'carla',
    options: { onConnectNew: () => new Promise(() => {}) },
    play: async ({ find }) => void (await find(part('reconnect'))),
  },
  {
    id: 'active-outdated',
    group,
    title: 'Values that the schema has left behind',
    shows: 'They are marked and come last; long values are folded.',
    prepare: addOutdatedActivation,
    play: async ({ find }) => void (await find(part('outdated'))),
  },
  {
    id: 'active-many',
    group,
    title: 'Five hundred activations',
    shows: 'A page at a time, each told apart by its account, with a filter above.',
    options: { allowMultiple: true },
    prepare: addManyActivations,
    play: async ({ find }) => void (await find(part('more-activations'))),
  },
  {
    id: 'active-too-many',
    group,
    title: 'Two where one is meant',
    shows: 'Both do their work, and the page says so.',
    user: 'bashir',
    integration: 'slackAlerts',
    prepare: repeatActivation,
    play: async ({ find }) => void (await find(`li + li ${part('activation')}`)),
  },
];

function toShopifyActivation(ids: Ids, number: number): PlatformData['activations'][number] {
  const { shopify, netsuite } = ids.templates.shopifyOrders;
  return {
    id: `01JEXAMP1E000000ACT000${String(1000 + number)}`,
    userId: ids.users.amelia.id,
    environmentId: ids.environments.shopifyOrders,
    connections: [
      { connectionTemplateId: shopify, existingConnectionId: ids.connections.ameliaShopifyUk },
      { connectionTemplateId: netsuite, existingConnectionId: ids.connections.ameliaNetsuiteMain },
    ],
    dynamicVariables: { warehouseCode: `LDS-${number % 900}`, orderStatus: 'paid', batchSize: 50 },
  };
}

/** With values that the schema has left behind, and without one that it needs by now. */
export function addOutdatedActivation({ activations, projects }: PlatformData, ids: Ids): void {
  const activation = toShopifyActivation(ids, 21);
  activation.dynamicVariables = {
    warehouseCode: 'LDS-2',
    batchSize: 50,
    memo: 'Packed by hand in Leeds. '.repeat(7),
    mailbox: 'orders@chen-and-co.example',
    carriers: Array.from({ length: 14 }, (_, index) => `Carrier ${index + 1}`),
  };
  activations.push(activation);
  const project = projects.find(({ id }) => id === ids.projects.shopifyOrders);
  const schema = project?.dynamicVariablesSchema;
  if (typeof schema === 'object' && schema !== null) schema['additionalProperties'] = false;
}

function addManyActivations({ activations }: PlatformData, ids: Ids): void {
  for (let number = 0; number < 500; number += 1) {
    activations.push(toShopifyActivation(ids, number));
  }
}

function addWarehouseActivation({ activations }: PlatformData, ids: Ids): void {
  const { shipbob, loqate, netsuite } = ids.templates.warehouseSync;
  const { ameliaShipbobLeeds, staticLoqate, ameliaNetsuiteMain } = ids.connections;
  activations.push({
    id: '01JEXAMP1E000000ACT0000011',
    userId: ids.users.amelia.id,
    environmentId: ids.environments.warehouseSync,
    connections: [
      { connectionTemplateId: shipbob, existingConnectionId: ameliaShipbobLeeds },
      { connectionTemplateId: loqate, existingConnectionId: staticLoqate },
      { connectionTemplateId: netsuite, existingConnectionId: ameliaNetsuiteMain },
    ],
    dynamicVariables: {
      warehouseCode: 'LDS-2',
      address: { street: '14 Canal Wharf', city: 'Leeds', zip: 'LS11 5PS', country: 'GB' },
      lines: [{ sku: 'TENT-2P', reorderPoint: 40 }, { sku: 'MUG-ENAMEL' }],
    },
  });
}

function addHubspotActivation({ activations }: PlatformData, ids: Ids): void {
  activations.push({
    id: '01JEXAMP1E000000ACT0000012',
    userId: ids.users.amelia.id,
    environmentId: ids.environments.hubspotContacts,
    connections: [
      {
        connectionTemplateId: ids.templates.hubspotContacts.hubspot,
        existingConnectionId: ids.connections.ameliaHubspotSales,
      },
    ],
    dynamicVariables: {},
  });
}

function repeatActivation({ activations }: PlatformData, ids: Ids): void {
  const first = activations.find(({ id }) => id === ids.activations.bashirSlack);
  if (first) activations.push({ ...first, id: '01JEXAMP1E000000ACT0000013' });
}
