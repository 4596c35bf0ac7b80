import { exampleIds } from './exampleIds.js';
import type { ConnectionSpec } from './toConnection.js';

const ids = exampleIds.connections;
const { shopifyOrders, slackAlerts, warehouseSync, hubspotContacts } = exampleIds.templates;

/** Bashir Rahman has nothing for NetSuite. */
export const bashirConnections: readonly Omit<ConnectionSpec, 'owner'>[] = [
  {
    id: ids.bashirShopify,
    name: 'Rahman Outdoor',
    system: 'shopify',
    auth: ['oauth2Token'],
    baseUrl: 'https://rahman-outdoor.myshopify.com/admin/api/2026-10',
    age: 310,
    template: shopifyOrders.shopify,
  },
  {
    id: ids.bashirShopifyOutlet,
    name: 'Rahman Outdoor – outlet',
    system: 'shopify',
    auth: ['oauth2Token'],
    baseUrl: 'https://rahman-outlet.myshopify.com/admin/api/2026-10',
    age: 25,
    health: 'unchecked',
  },
  {
    id: ids.bashirSlack,
    name: 'Rahman Outdoor workspace',
    system: 'slack',
    auth: ['oauth2Token'],
    baseUrl: 'https://slack.com/api',
    age: 300,
    template: slackAlerts.slack,
  },
  {
    id: ids.bashirShipbob,
    name: 'Birmingham fulfilment centre',
    system: 'shipbob',
    auth: ['apiKey'],
    baseUrl: 'https://api.shipbob.com/2026-07',
    age: 88,
    template: warehouseSync.shipbob,
  },
  {
    id: ids.bashirHubspot,
    name: 'Rahman Outdoor – newsletter',
    system: 'hubspot',
    auth: ['oauth2Client'],
    baseUrl: 'https://api.hubapi.com',
    age: 51,
    template: hubspotContacts.hubspot,
  },
];

/** Carla Moreau's accounts have aged; for NetSuite and Slack she has exactly one that works. */
export const carlaConnections: readonly Omit<ConnectionSpec, 'owner'>[] = [
  {
    id: ids.carlaShopifyExpired,
    name: 'Papeterie Moreau – Lyon',
    system: 'shopify',
    auth: ['oauth2Token'],
    baseUrl: 'https://papeterie-moreau-lyon.myshopify.com/admin/api/2026-10',
    age: 420,
    health: 'expired',
    template: shopifyOrders.shopify,
  },
  {
    id: ids.carlaShopifyFailing,
    name: 'Papeterie Moreau – wholesale',
    system: 'shopify',
    auth: ['oauth2Token'],
    baseUrl: 'https://papeterie-moreau-pro.myshopify.com/admin/api/2026-10',
    age: 365,
    health: 'failing',
  },
  {
    id: ids.carlaShopifyExpiring,
    name: 'Papeterie Moreau – Paris',
    system: 'shopify',
    auth: ['oauth2Token'],
    baseUrl: 'https://papeterie-moreau-paris.myshopify.com/admin/api/2026-10',
    age: 361,
    health: 'expiring',
  },
  {
    id: ids.carlaNetsuite,
    name: 'Papeterie Moreau',
    system: 'netsuite',
    auth: ['oauth1Token'],
    baseUrl: 'https://7310442.suitetalk.api.netsuite.com',
    age: 230,
    template: shopifyOrders.netsuite,
  },
  {
    id: ids.carlaSlack,
    name: 'Papeterie Moreau workspace',
    system: 'slack',
    auth: ['oauth2Token'],
    baseUrl: 'https://slack.com/api',
    age: 199,
    health: 'expiring',
  },
  {
    id: ids.carlaShipbobFailing,
    name: 'Lyon stockroom',
    system: 'shipbob',
    auth: ['certificate', 'apiKey'],
    baseUrl: 'https://eu.api.shipbob.com/2026-07',
    age: 140,
    health: 'failing',
    template: warehouseSync.shipbob,
  },
  {
    // Signing in was begun and never finished.
    id: ids.carlaXero,
    name: 'Papeterie Moreau SARL',
    system: 'xero',
    auth: ['oauth1'],
    baseUrl: 'https://api.xero.com',
    age: 3,
    health: 'failing',
  },
];

/** Static: the only one of the warehouse's postcode service, and two that no template asks for. */
export const staticConnections: readonly Omit<ConnectionSpec, 'owner'>[] = [
  {
    id: ids.staticLoqate,
    name: 'Fernway postcode lookup',
    system: 'loqate',
    auth: ['apiKey'],
    baseUrl: 'https://api.addressy.com',
    age: 500,
    template: warehouseSync.loqate,
  },
  {
    id: ids.staticHubspot,
    name: 'Fernway CRM',
    system: 'hubspot',
    auth: ['secret'],
    baseUrl: 'https://api.hubapi.com',
    age: 700,
  },
  {
    id: ids.staticShopify,
    name: 'Fernway demo store',
    system: 'shopify',
    auth: ['apiKey'],
    baseUrl: 'https://fernway-demo.myshopify.com',
    age: 640,
  },
];
