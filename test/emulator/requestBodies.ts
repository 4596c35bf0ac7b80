import { exampleIds } from '../../src/emulator.js';

const { environments, templates, connections, users } = exampleIds;

interface ActivationBody {
  userId: string;
  environmentId: string;
  connections: { connectionTemplateId: string; existingConnectionId: string }[];
  dynamicVariables: Record<string, unknown>;
}

/** What activates "Shopify orders" for Amelia; made anew, so a test may corrupt it. */
export function shopifyOrders(): ActivationBody {
  return {
    userId: users.amelia.externalId,
    environmentId: environments.shopifyOrders,
    connections: [
      {
        connectionTemplateId: templates.shopifyOrders.shopify,
        existingConnectionId: connections.ameliaShopifyUk,
      },
      {
        connectionTemplateId: templates.shopifyOrders.netsuite,
        existingConnectionId: connections.ameliaNetsuiteMain,
      },
    ],
    dynamicVariables: { warehouseCode: 'LDN-2', orderStatus: 'paid', batchSize: 50 },
  };
}

/** What activates "Warehouse sync" for Amelia, the managed connection included. */
export function warehouseSync(): ActivationBody {
  return {
    userId: users.amelia.externalId,
    environmentId: environments.warehouseSync,
    connections: [
      {
        connectionTemplateId: templates.warehouseSync.shipbob,
        existingConnectionId: connections.ameliaShipbobLeeds,
      },
      {
        connectionTemplateId: templates.warehouseSync.loqate,
        existingConnectionId: connections.staticLoqate,
      },
      {
        connectionTemplateId: templates.warehouseSync.netsuite,
        existingConnectionId: connections.ameliaNetsuiteTwin,
      },
    ],
    dynamicVariables: {
      warehouseCode: 'LDN-2',
      address: { street: '1 Dock Road', city: 'London', zip: 'E16 1AA' },
      lines: [{ sku: 'TENT-2', reorderPoint: 10 }],
    },
  };
}

/** What activates "Slack alerts" for Amelia. */
export function slackAlerts(): ActivationBody {
  return {
    userId: users.amelia.externalId,
    environmentId: environments.slackAlerts,
    connections: [
      {
        connectionTemplateId: templates.slackAlerts.slack,
        existingConnectionId: connections.ameliaSlack,
      },
    ],
    dynamicVariables: {},
  };
}
