import { exampleData, type ExampleDataOptions } from '../example/exampleData.js';
import { exampleIds } from '../example/exampleIds.js';
import type { PlatformData } from '../platformData.js';
import { longText, markup, noDate, rightToLeft } from './hostileText.js';
import { hostileVariables } from './hostileVariables.js';

/**
 * The example's ids with everything corrupted that a platform or a user could corrupt: missing and `null`
 * members, 5,000 characters, HTML, right-to-left names, dates that are none, statuses and ways to sign
 * in that no code knows. Each corrupted record can still be listed, chosen and activated with;
 * "Slack alerts" has a template without an id.
 */
export function hostileData(options: ExampleDataOptions = {}): PlatformData {
  const data = exampleData(options);
  spoilUsers(data);
  spoilProjects(data);
  spoilTemplates(data);
  spoilShopifyConnections(data);
  spoilShipbobConnections(data);
  spoilActivations(data);
  return data;
}

/** Sets members to what their type forbids: the platform's JSON is not held to any type. */
function corrupt(record: object | undefined, members: Readonly<Record<string, unknown>>): void {
  if (record === undefined)
    throw new Error('The example data has nothing under this id to corrupt.');
  Object.assign(record, members);
}

function spoilUsers({ users }: PlatformData): void {
  const { amelia, bashir } = exampleIds.users;
  corrupt(byId(users, amelia.id), { displayName: markup, createdAt: noDate, updatedAt: null });
  corrupt(byId(users, bashir.id), { displayName: undefined });
}

function spoilProjects({ projects }: PlatformData): void {
  const { shopifyOrders, slackAlerts, warehouseSync, hubspotContacts } = exampleIds.projects;
  const shopify = byId(projects, shopifyOrders);
  corrupt(shopify, { name: longText, dynamicVariablesSchema: structuredClone(hostileVariables) });
  corrupt(shopify?.environments[0], { labels: null, files: null, lastDeployedAt: noDate });
  corrupt(byId(projects, slackAlerts), { name: rightToLeft, currentFiles: null });
  corrupt(byId(projects, warehouseSync), { name: markup });
  corrupt(byId(projects, hubspotContacts)?.environments[0], { status: 'hibernating' });
}

function spoilTemplates({ templates }: PlatformData): void {
  const { shopifyOrders, slackAlerts, warehouseSync } = exampleIds.templates;
  const template = (id: string): object | undefined =>
    templates.find(({ connectionTemplateId }) => connectionTemplateId === id);
  corrupt(template(shopifyOrders.shopify), { name: markup, domain: null, authSchemeConfigs: null });
  corrupt(template(shopifyOrders.netsuite), {
    name: longText,
    authSchemeConfigs: [{ type: 'telepathy', telepathy: { range: 'far' } }, null, {}],
  });
  corrupt(template(warehouseSync.shipbob), { name: rightToLeft, templateBaseUrl: 'no address' });
  corrupt(template(slackAlerts.slack), { connectionTemplateId: undefined });
}

function spoilShopifyConnections({ connections }: PlatformData): void {
  const ids = exampleIds.connections;
  const connection = (id: string): object | undefined => byId(connections, id);
  corrupt(connection(ids.ameliaShopifyUk), { name: markup, baseUrl: 'javascript:alert(1)' });
  corrupt(connection(ids.ameliaShopifyEu), {
    name: rightToLeft,
    createdAt: noDate,
    updatedAt: null,
    baseUrl: null,
    variables: null,
  });
  corrupt(connection(ids.ameliaNetsuiteMain), { name: longText, credentials: null });
  // Only an id and a name can be relied on.
  corrupt(connection(ids.ameliaNetsuiteTwin), {
    absentMembers: [
      'credentials',
      'variables',
      'baseUrl',
      'createdAt',
      'updatedAt',
      'systemId',
      'connectionTemplateId',
    ],
  });
}

function spoilShipbobConnections({ connections }: PlatformData): void {
  const ids = exampleIds.connections;
  const connection = (id: string): object | undefined => byId(connections, id);
  corrupt(connection(ids.ameliaShipbobLeeds), {
    credentials: [null, {}, { id: 7, authSchemeConfig: null, credential: null }],
  });
  corrupt(connection(ids.ameliaShipbobRotterdam), {
    name: '',
    credentials: [
      {
        id: 'none',
        authSchemeConfig: { type: 'telepathy' },
        credential: { type: 'thought', errors: null, expiresAt: noDate, data: null },
      },
    ],
  });
  corrupt(connection(ids.ameliaShipbobReturns), {
    credentials: [{ id: 'none', credential: { errors: [markup, longText], data: {} } }],
  });
}

function spoilActivations({ activations }: PlatformData): void {
  corrupt(byId(activations, exampleIds.activations.carlaShopify), {
    dynamicVariables: JSON.parse(
      JSON.stringify({
        constructor: markup,
        PROTO: longText,
        choice: 0,
        unheardOf: [null],
      }).replace('"PROTO"', '"__proto__"'),
    ),
  });
}

function byId<T extends { id: string }>(records: readonly T[], wanted: string): T | undefined {
  return records.find(({ id }) => id === wanted);
}
