import {
  createEmulator,
  exampleData,
  exampleIds,
  type Emulator,
  type StoredActivation,
} from '../../src/emulator.js';

interface ActivationSpec {
  /** Makes the id; two with one number would be the same. */
  readonly number?: number;
  readonly shopify?: string;
  readonly variables?: Record<string, unknown>;
}

/** Amelia's "Shopify orders" on her UK store, as the platform holds it. */
export function shopifyActivation({
  number = 1,
  shopify = exampleIds.connections.ameliaShopifyUk,
  variables = { warehouseCode: 'LDS-2', orderStatus: 'paid', batchSize: 50 },
}: ActivationSpec = {}): StoredActivation {
  const { templates, connections } = exampleIds;
  return {
    id: `01JEXAMP1E000000ACT000${String(1000 + number)}`,
    userId: exampleIds.users.amelia.id,
    environmentId: exampleIds.environments.shopifyOrders,
    connections: [
      { connectionTemplateId: templates.shopifyOrders.shopify, existingConnectionId: shopify },
      {
        connectionTemplateId: templates.shopifyOrders.netsuite,
        existingConnectionId: connections.ameliaNetsuiteMain,
      },
    ],
    dynamicVariables: variables,
  };
}

/** The example platform with these activations beside its own. */
export function withActivations(...activations: readonly StoredActivation[]): Emulator {
  const platform = createEmulator({ data: exampleData() });
  platform.data.activations.push(...activations);
  return platform;
}

/** The activations that the platform holds for a user in an environment, oldest first. */
export function listHeld(
  { data }: Emulator,
  environment: keyof typeof exampleIds.environments = 'shopifyOrders',
  user: keyof typeof exampleIds.users = 'amelia',
): readonly StoredActivation[] {
  return data.activations.filter(
    ({ userId, environmentId }) =>
      userId === exampleIds.users[user].id &&
      environmentId === exampleIds.environments[environment],
  );
}
