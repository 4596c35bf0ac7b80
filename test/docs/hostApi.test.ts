import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { type CallName, callNames, hostApi } from '../../src/wire/hostApi.js';
import { createTestHost, type HostRequest } from '../support/host.js';

const page = readFileSync('docs/host-api.md', 'utf8');

/** The platform calls that the page names for a route. */
function readCalls(name: CallName): string {
  const { method, path } = hostApi[name];
  const heading = `### ${method} ${path}\n`;
  const [, below] = page.split(heading);
  if (below === undefined) throw new Error(`docs/host-api.md has no heading "${heading.trim()}".`);
  return /^Platform calls: (.*)\.$/m.exec(below)?.[1] ?? '';
}

const { environments, templates, connections } = exampleIds;
const slack = `/integrations/${environments.slackAlerts}`;
const warehouse = `/integrations/${environments.warehouseSync}`;
const activation = `${slack}/activations/${exampleIds.activations.bashirSlack}`;
const account = `${warehouse}/templates/${templates.warehouseSync.shipbob}/connections`;
const credentials = [
  { kind: 'certificate', certificate: 'c', key: 'k', ca: 'a' },
  { kind: 'apiKey', value: 'v' },
];
const withKey = (): Record<string, string> => ({ 'Idempotency-Key': crypto.randomUUID() });

/** A request of each route that the emulated platform carries out. */
const requests: Readonly<Record<CallName, readonly [path: string, request: HostRequest]>> = {
  listIntegrations: ['/integrations', {}],
  getIntegration: [warehouse, {}],
  listConnections: [account, {}],
  listActivations: [`${warehouse}/activations`, {}],
  activate: [
    `${slack}/activations`,
    {
      method: 'POST',
      headers: withKey(),
      body: {
        connections: [
          {
            connectionTemplateId: templates.slackAlerts.slack,
            existingConnectionId: connections.ameliaSlack,
          },
        ],
        dynamicVariables: {},
      },
    },
  ],
  updateVariables: [
    `/integrations/${environments.shopifyOrders}/activations/${exampleIds.activations.carlaShopify}/variables`,
    { method: 'PATCH', user: 'user-carla', body: { variables: { batchSize: 30 } } },
  ],
  deactivate: [activation, { method: 'DELETE', user: 'user-bashir' }],
  createConnection: [
    account,
    { method: 'POST', headers: withKey(), body: { name: 'New', credentials } },
  ],
  reconnectConnection: [
    `${account}/${connections.ameliaShipbobLeeds}`,
    { method: 'PUT', headers: withKey(), body: { name: 'Leeds', credentials } },
  ],
  removeConnection: [`${account}/${connections.ameliaShipbobLeeds}`, { method: 'DELETE' }],
  startAuthorization: [
    `${slack}/templates/${templates.slackAlerts.slack}/authorizations`,
    { method: 'POST', body: { schemeIndex: 0 } },
  ],
};

describe('docs/host-api.md', () => {
  it.each(callNames)('names every call of the platform behind %s', async (name) => {
    const host = createTestHost();
    const [path, request] = requests[name];
    const { status } = await host.send(path, request);
    expect(status).toBeLessThan(300);
    const made = new Set(host.emulator.requests.map(({ operation }) => operation));
    const named = readCalls(name);
    expect([...made].filter((each) => !named.includes(String(each)))).toEqual([]);
  });

  it('has no route that the host API does not have', () => {
    const headings = [...page.matchAll(/^### ((?:GET|POST|PUT|PATCH|DELETE) .*)$/gm)];
    const known = callNames.map((name) => `${hostApi[name].method} ${hostApi[name].path}`);
    expect(headings.map(([, heading]) => heading).toSorted()).toEqual(known.toSorted());
  });
});
