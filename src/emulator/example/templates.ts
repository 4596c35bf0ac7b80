import type { StoredSystem, StoredTemplate } from '../platformData.js';
import type { AuthSchemeConfig } from '../shapes.js';
import { type AuthKind, toAuthSchemeConfig } from './authSchemes.js';
import { exampleIds } from './exampleIds.js';

type SystemKey = keyof typeof exampleIds.systems;
type ProjectKey = keyof typeof exampleIds.environments;

interface SystemSpec {
  readonly name: string;
  /** How the code of integrations calls it. */
  readonly codeName: string;
  readonly domain: string;
  readonly baseUrl: string;
  readonly auth: readonly AuthKind[];
}

const systems: Readonly<Record<SystemKey, SystemSpec>> = {
  shopify: {
    name: 'Shopify',
    codeName: 'shopify',
    domain: 'shopify.com',
    baseUrl: 'https://shopifyplaceholder.com',
    auth: ['oauth2Code'],
  },
  netsuite: {
    name: 'NetSuite',
    codeName: 'netsuite',
    domain: 'netsuite.com',
    baseUrl: 'https://netsuiteplaceholder.com',
    auth: ['oauth1Token'],
  },
  slack: {
    name: 'Slack',
    codeName: 'slack-prsum',
    domain: 'slack.com',
    baseUrl: 'https://slack.com/api',
    auth: ['oauth2Code'],
  },
  shipbob: {
    name: 'ShipBob',
    codeName: 'shipbob',
    domain: 'shipbob.com',
    baseUrl: 'https://api.shipbob.com',
    // Both at once: a client certificate, and a key on top of it.
    auth: ['certificate', 'apiKey'],
  },
  loqate: {
    name: 'Loqate',
    codeName: 'loqate',
    domain: 'loqate.com',
    baseUrl: 'https://api.addressy.com',
    auth: ['apiKey'],
  },
  hubspot: {
    name: 'HubSpot',
    codeName: 'hubspot',
    domain: 'hubspot.com',
    baseUrl: 'https://api.hubapi.com',
    auth: ['oauth2Client'],
  },
  xero: {
    name: 'Xero',
    codeName: 'xero',
    domain: 'xero.com',
    baseUrl: 'https://api.xero.com',
    auth: ['oauth2Code'],
  },
};

export function createExampleSystems(): StoredSystem[] {
  return systemKeys.map((key) => {
    const { name, domain } = systems[key];
    return { id: exampleIds.systems[key], name, domain };
  });
}

const systemKeys: readonly SystemKey[] = [
  'shopify',
  'netsuite',
  'slack',
  'shipbob',
  'loqate',
  'hubspot',
  'xero',
];

/** In the order of the steps; Loqate's is the one that the host provides for everybody. */
export function createExampleTemplates(): StoredTemplate[] {
  const { shopifyOrders, slackAlerts, warehouseSync, hubspotContacts, xeroInvoices } =
    exampleIds.templates;
  return [
    toTemplate(shopifyOrders.shopify, 'shopifyOrders', 'shopify'),
    toTemplate(shopifyOrders.netsuite, 'shopifyOrders', 'netsuite'),
    toTemplate(slackAlerts.slack, 'slackAlerts', 'slack'),
    toTemplate(warehouseSync.shipbob, 'warehouseSync', 'shipbob'),
    { ...toTemplate(warehouseSync.loqate, 'warehouseSync', 'loqate'), dynamic: false },
    toTemplate(warehouseSync.netsuite, 'warehouseSync', 'netsuite'),
    toTemplate(hubspotContacts.hubspot, 'hubspotContacts', 'hubspot'),
    toTemplate(xeroInvoices.xero, 'xeroInvoices', 'xero'),
  ];
}

function toTemplate(id: string, project: ProjectKey, system: SystemKey): StoredTemplate {
  const { codeName, domain, baseUrl, auth } = systems[system];
  return {
    environmentId: exampleIds.environments[project],
    id: exampleIds.systems[system],
    connectionTemplateId: id,
    name: codeName,
    domain,
    dynamic: true,
    templateBaseUrl: baseUrl,
    authSchemeConfigs: auth.map((kind, index) => toTemplateScheme(kind, id, index)),
  };
}

/** As connectors in use name theirs. */
const schemeIds: Partial<Record<AuthKind, string>> = {
  oauth2Code: 'oauth2-code',
  oauth2Client: 'client',
  apiKey: 'api-key',
};

function toTemplateScheme(kind: AuthKind, templateId: string, index: number): AuthSchemeConfig {
  return toAuthSchemeConfig(kind, {
    id: templateId.replace('TMP', `TA${index}`),
    schemeId: schemeIds[kind] ?? kind,
    organisationId: exampleIds.organisation,
    label: 'template',
  });
}
