import { toCanary } from '../canaries.js';
import type { PlatformData, StoredActivation, StoredConnection } from '../platformData.js';
import type { EndUser } from '../shapes.js';
import { ameliaConnections } from './ameliaConnections.js';
import { createExampleClock, type ExampleClock } from './exampleClock.js';
import { exampleIds } from './exampleIds.js';
import { bashirConnections, carlaConnections, staticConnections } from './otherConnections.js';
import { createExampleProjects } from './projects.js';
import { createExampleSystems, createExampleTemplates } from './templates.js';
import { type ConnectionSpec, toConnection } from './toConnection.js';

export interface ExampleDataOptions {
  /** Milliseconds since 1970: what ages and expiries are counted from. `Date.now`. */
  readonly now?: () => number;
}

/**
 * Fernway, a vendor with five integrations and three users; each call makes it anew.
 *
 * `user-amelia` has healthy connections for everything, `user-bashir` none for NetSuite and an
 * activation of "Slack alerts", `user-carla` expiring, expired and failing ones and an activation of
 * "Shopify orders" on an expired one. "Warehouse sync" refuses the warehouse `LDN-1`, which its
 * schema allows. "HubSpot contacts" is suspended, "Xero invoices" broken. No signing key is trusted
 * until one is pushed. Every secret holds a canary.
 */
export function exampleData({ now = Date.now }: ExampleDataOptions = {}): PlatformData {
  const clock = createExampleClock(now());
  return {
    organisationId: exampleIds.organisation,
    apiKeys: [exampleIds.apiKey],
    signingKeys: [],
    projects: createExampleProjects(clock),
    templates: createExampleTemplates(),
    systems: createExampleSystems(),
    connections: createConnections(clock),
    users: createUsers(clock),
    activations: createActivations(),
  };
}

function createConnections(clock: ExampleClock): StoredConnection[] {
  const { amelia, bashir, carla } = exampleIds.users;
  const owned: [string | null, readonly Omit<ConnectionSpec, 'owner'>[]][] = [
    [amelia.id, ameliaConnections],
    [bashir.id, bashirConnections],
    [carla.id, carlaConnections],
    [null, staticConnections],
  ];
  return owned.flatMap(([owner, specs]) =>
    specs.map((spec) => toConnection({ ...spec, owner }, clock)),
  );
}

function createUsers(clock: ExampleClock): EndUser[] {
  const { amelia, bashir, carla } = exampleIds.users;
  const shared = { organisationId: exampleIds.organisation, updatedAt: clock.at(-6) };
  return [
    { ...amelia, displayName: 'Amelia Chen', createdAt: clock.at(-220), ...shared },
    { ...bashir, displayName: 'Bashir Rahman', createdAt: clock.at(-312), ...shared },
    { ...carla, displayName: 'Carla Moreau', createdAt: clock.at(-425), ...shared },
  ];
}

function createActivations(): StoredActivation[] {
  const { users, environments, templates, connections, activations } = exampleIds;
  return [
    {
      id: activations.bashirSlack,
      userId: users.bashir.id,
      environmentId: environments.slackAlerts,
      connections: [
        {
          connectionTemplateId: templates.slackAlerts.slack,
          existingConnectionId: connections.bashirSlack,
        },
      ],
      dynamicVariables: {},
    },
    {
      id: activations.carlaShopify,
      userId: users.carla.id,
      environmentId: environments.shopifyOrders,
      connections: [
        {
          connectionTemplateId: templates.shopifyOrders.shopify,
          existingConnectionId: connections.carlaShopifyExpired,
        },
        {
          connectionTemplateId: templates.shopifyOrders.netsuite,
          existingConnectionId: connections.carlaNetsuite,
        },
      ],
      dynamicVariables: {
        warehouseCode: 'LYS-3',
        orderStatus: 'fulfilled',
        batchSize: 25,
        includeTestOrders: false,
        webhookSecret: toCanary('webhook-secret-carla'),
      },
    },
  ];
}
