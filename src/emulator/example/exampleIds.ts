/**
 * Every id of the example data that a test or the demo names: valid ULIDs, the same in every run.
 * Connections are named by owner, system and what tells them apart; `static…` have no owner.
 */
export const exampleIds = {
  organisation: '01JEXAMP1E0000000RG0000001',
  apiKey: 'canary-api-key-fernway',
  projects: {
    shopifyOrders: '01JEXAMP1E000000PRJ0000001',
    slackAlerts: '01JEXAMP1E000000PRJ0000002',
    warehouseSync: '01JEXAMP1E000000PRJ0000003',
    hubspotContacts: '01JEXAMP1E000000PRJ0000004',
    xeroInvoices: '01JEXAMP1E000000PRJ0000005',
  },
  environments: {
    shopifyOrders: '01JEXAMP1E000000ENV0000001',
    slackAlerts: '01JEXAMP1E000000ENV0000002',
    warehouseSync: '01JEXAMP1E000000ENV0000003',
    hubspotContacts: '01JEXAMP1E000000ENV0000004',
    xeroInvoices: '01JEXAMP1E000000ENV0000005',
  },
  systems: {
    shopify: '01JEXAMP1E000000SYS0000001',
    netsuite: '01JEXAMP1E000000SYS0000002',
    slack: '01JEXAMP1E000000SYS0000003',
    shipbob: '01JEXAMP1E000000SYS0000004',
    loqate: '01JEXAMP1E000000SYS0000005',
    hubspot: '01JEXAMP1E000000SYS0000006',
    xero: '01JEXAMP1E000000SYS0000007',
  },
  templates: {
    shopifyOrders: {
      shopify: '01JEXAMP1E000000TMP0000001',
      netsuite: '01JEXAMP1E000000TMP0000002',
    },
    slackAlerts: {
      slack: '01JEXAMP1E000000TMP0000003',
    },
    warehouseSync: {
      shipbob: '01JEXAMP1E000000TMP0000004',
      loqate: '01JEXAMP1E000000TMP0000005',
      netsuite: '01JEXAMP1E000000TMP0000006',
    },
    hubspotContacts: {
      hubspot: '01JEXAMP1E000000TMP0000007',
    },
    xeroInvoices: {
      xero: '01JEXAMP1E000000TMP0000008',
    },
  },
  users: {
    amelia: { id: '01JEXAMP1E000000VSR0000001', externalId: 'user-amelia' },
    bashir: { id: '01JEXAMP1E000000VSR0000002', externalId: 'user-bashir' },
    carla: { id: '01JEXAMP1E000000VSR0000003', externalId: 'user-carla' },
  },
  connections: {
    ameliaShopifyUk: '01JEXAMP1E000000CNN0000001',
    ameliaShopifyEu: '01JEXAMP1E000000CNN0000002',
    ameliaNetsuiteMain: '01JEXAMP1E000000CNN0000003',
    ameliaNetsuiteTwin: '01JEXAMP1E000000CNN0000004',
    ameliaSlack: '01JEXAMP1E000000CNN0000005',
    ameliaShipbobLeeds: '01JEXAMP1E000000CNN0000006',
    ameliaShipbobRotterdam: '01JEXAMP1E000000CNN0000007',
    ameliaShipbobReturns: '01JEXAMP1E000000CNN0000008',
    ameliaShipbobPartner: '01JEXAMP1E000000CNN0000009',
    ameliaShipbobLegacy: '01JEXAMP1E000000CNN0000010',
    ameliaShipbobSandbox: '01JEXAMP1E000000CNN0000011',
    ameliaHubspotMarketing: '01JEXAMP1E000000CNN0000012',
    ameliaHubspotSales: '01JEXAMP1E000000CNN0000013',
    ameliaXero: '01JEXAMP1E000000CNN0000014',
    bashirShopify: '01JEXAMP1E000000CNN0000015',
    bashirShopifyOutlet: '01JEXAMP1E000000CNN0000016',
    bashirSlack: '01JEXAMP1E000000CNN0000017',
    bashirShipbob: '01JEXAMP1E000000CNN0000018',
    bashirHubspot: '01JEXAMP1E000000CNN0000019',
    carlaShopifyExpired: '01JEXAMP1E000000CNN0000020',
    carlaShopifyFailing: '01JEXAMP1E000000CNN0000021',
    carlaShopifyExpiring: '01JEXAMP1E000000CNN0000022',
    carlaNetsuite: '01JEXAMP1E000000CNN0000023',
    carlaSlack: '01JEXAMP1E000000CNN0000024',
    carlaShipbobFailing: '01JEXAMP1E000000CNN0000025',
    carlaXero: '01JEXAMP1E000000CNN0000026',
    staticLoqate: '01JEXAMP1E000000CNN0000027',
    staticHubspot: '01JEXAMP1E000000CNN0000028',
    staticShopify: '01JEXAMP1E000000CNN0000029',
  },
  activations: {
    bashirSlack: '01JEXAMP1E000000ACT0000001',
    carlaShopify: '01JEXAMP1E000000ACT0000002',
  },
} as const;
