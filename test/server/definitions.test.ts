import { describe, expect, it } from 'vitest';
import { exampleData, exampleIds, type PlatformData } from '../../src/emulator.js';
import { createTestHost, exampleIntegrations, type TestHost } from '../support/host.js';
import { activateSlack, environmentPath, readProblem, slackActivationsPath } from './example.js';

const { templates, connections, environments, projects } = exampleIds;
const { shipbob, loqate, netsuite } = templates.warehouseSync;

const read = async (host: TestHost, key: keyof typeof environments): Promise<unknown> =>
  (await host.send(environmentPath(key))).json();

function activate(host: TestHost): Promise<Response> {
  return host.send(`${environmentPath('warehouseSync')}/activations`, {
    ...activateSlack(),
    body: {
      connections: [
        { connectionTemplateId: shipbob, existingConnectionId: connections.ameliaShipbobLeeds },
        { connectionTemplateId: netsuite, existingConnectionId: connections.ameliaNetsuiteMain },
      ],
      dynamicVariables: {
        warehouseCode: 'LDN-2',
        address: { street: '1 Quay', city: 'Leeds', zip: 'LS1 4AP' },
      },
    },
  });
}

const usedFor = (data: PlatformData, templateId: string): string | undefined =>
  data.activations
    .at(-1)
    ?.connections.find(({ connectionTemplateId }) => connectionTemplateId === templateId)
    ?.existingConnectionId;

/** A second shared Loqate connection, so that none is the only one. */
function withTwoShared(): PlatformData {
  const data = exampleData();
  const shared = data.connections.find(({ id }) => id === connections.staticLoqate);
  if (shared !== undefined) data.connections.push({ ...shared, id: '01JEXAMP1E000000CNN0000099' });
  return data;
}

describe('a managed template', () => {
  it('takes the environment’s only shared connection of that system', async () => {
    const host = createTestHost();
    expect((await activate(host)).status).toBe(201);
    expect(usedFor(host.emulator.data, loqate)).toBe(connections.staticLoqate);
  });

  it('is told from another one of the same system by its own id', async () => {
    const data = exampleData();
    const template = data.templates.find((each) => each.connectionTemplateId === loqate);
    const shared = data.connections.find(({ id }) => id === connections.staticLoqate);
    if (!template || !shared) throw new Error('no example');
    const [second, account] = ['01JEXAMP1E000000TMP0000099', '01JEXAMP1E000000CNN0000099'];
    data.templates.push({ ...template, connectionTemplateId: second });
    shared.connectionTemplateId = loqate;
    data.connections.push({ ...shared, id: account, connectionTemplateId: second });
    const host = createTestHost({ data });
    const { status } = await activate(host);
    expect([status, host.errors]).toEqual([201, []]);
    expect(usedFor(data, loqate)).toBe(connections.staticLoqate);
    expect(usedFor(data, second)).toBe(account);
  });

  it('is found by its system where the shared connection names no template', async () => {
    const zero = '0'.repeat(26);
    const host = createTestHost({
      intercept: (fetch) => async (request) => {
        const response = await fetch(request);
        if (!request.url.includes(`/projects/${projects.warehouseSync}/connections`)) {
          return response;
        }
        const text = await response.text();
        return new Response(text.replaceAll(loqate, zero), response);
      },
    });
    expect((await activate(host)).status).toBe(201);
    expect(usedFor(host.emulator.data, loqate)).toBe(connections.staticLoqate);
  });

  it('takes the one that the host names', async () => {
    const named = '01JEXAMP1E000000CNN0000099';
    const host = createTestHost({
      data: withTwoShared(),
      options: {
        integrations: [
          {
            projectId: projects.warehouseSync,
            environmentId: environments.warehouseSync,
            staticConnections: { [loqate]: named },
          },
        ],
      },
    });
    expect((await activate(host)).status).toBe(201);
    expect(usedFor(host.emulator.data, loqate)).toBe(named);
    const asked = host.emulator.requests.map(({ operation }) => operation);
    expect(asked).not.toContain('ListEnvironmentConnections');
  });

  it.each<[string, () => PlatformData]>([
    ['two of them', withTwoShared],
    [
      'none',
      () => {
        const data = exampleData();
        data.connections = data.connections.filter(({ id }) => id !== connections.staticLoqate);
        return data;
      },
    ],
  ])(
    'makes the integration say error where there are %s, with a message for the host',
    async (_, create) => {
      const host = createTestHost({ data: create() });
      expect(await read(host, 'warehouseSync')).toMatchObject({ status: 'error' });
      expect(host.errors[0]?.message).toContain(`staticConnections: { '${loqate}'`);
      expect(host.logs).toContainEqual(
        expect.objectContaining({ event: 'misconfigured', operation: 'getIntegration' }),
      );
      const response = await activate(host);
      expect(response.status).toBe(503);
      expect(await response.text()).not.toContain(loqate);
      expect(host.emulator.requests.map(({ operation }) => operation)).not.toContain(
        'ActivateUser',
      );
    },
  );

  it('never shows the host’s own connection in an activation', async () => {
    const host = createTestHost();
    const made: unknown = await (await activate(host)).json();
    const listed: unknown = await (
      await host.send(`${environmentPath('warehouseSync')}/activations`)
    ).json();
    for (const activation of [made, listed]) {
      expect(JSON.stringify(activation)).toContain(connections.ameliaShipbobLeeds);
      expect(JSON.stringify(activation)).not.toContain(connections.staticLoqate);
    }
  });

  it.each<[string, string[], string]>([
    [
      'names neither its system nor its template',
      ['systemId', 'connectionTemplateId'],
      connections.staticLoqate,
    ],
    ['is no longer the one in use', [], '01JEXAMP1E000000CNN0000099'],
  ])('never shows one that %s', async (_, absentMembers, named) => {
    const host = createTestHost();
    await activate(host);
    const { data } = host.emulator;
    const shared = data.connections.find(({ id }) => id === connections.staticLoqate);
    if (shared === undefined) throw new Error('no example');
    shared.absentMembers = absentMembers;
    const staticConnections = { [loqate]: named };
    const integrations = exampleIntegrations.map((each) => ({ ...each, staticConnections }));
    const later = createTestHost({ emulator: host.emulator, options: { integrations } });
    const listed = await later.send(`${environmentPath('warehouseSync')}/activations`);
    const text = await listed.text();
    expect(text).toContain(connections.ameliaShipbobLeeds);
    expect(text).not.toContain(connections.staticLoqate);
  });
});

describe('an integration', () => {
  it('says error where the platform has no such project or environment, and tells the host', async () => {
    for (const wrong of [
      { projectId: '01JEXAMP1E000000PRJ0000099', environmentId: environments.slackAlerts },
      { projectId: projects.slackAlerts, environmentId: environments.shopifyOrders },
    ]) {
      const host = createTestHost({ options: { integrations: [{ ...wrong, name: 'Alerts' }] } });
      const response = await host.send(`/integrations/${wrong.environmentId}`);
      expect(await response.json()).toMatchObject({
        status: 'error',
        name: 'Alerts',
        connectionTemplates: [],
      });
      expect(host.errors[0]?.message).toContain(
        `the organisation has no project ${wrong.projectId} with that environment. Correct projectId`,
      );
    }
  });

  it('says error where a template has no id', async () => {
    const data = exampleData();
    const template = data.templates.find((each) => each.connectionTemplateId === shipbob);
    if (template !== undefined) Object.assign(template, { connectionTemplateId: null });
    const host = createTestHost({ data, checkAnswers: false });
    expect(await read(host, 'warehouseSync')).toMatchObject({ status: 'error' });
    expect(host.errors[0]?.message).toContain('no id');
  });

  it.each([
    ['running', 'available'],
    ['suspended', 'unavailable'],
    ['draft', 'unavailable'],
    ['hibernating', 'unavailable'],
    ['error', 'error'],
  ])('is %s on the platform, and %s to the user', async (status, shown) => {
    const data = exampleData();
    const environment = data.projects.flatMap((each) => each.environments)[0];
    if (environment !== undefined) environment.status = status;
    const host = createTestHost({ data });
    expect(await read(host, 'shopifyOrders')).toMatchObject({ status: shown });
  });

  it('is called what the host calls it, and carries the host’s words', async () => {
    const [slack] = exampleIntegrations.slice(1);
    if (slack === undefined) throw new Error('no example');
    const words = { name: 'Alerts', description: 'Tell a channel', iconUrl: '/slack.svg' };
    const host = createTestHost({ options: { integrations: [{ ...slack, ...words }] } });
    expect(await read(host, 'slackAlerts')).toMatchObject(words);
    const plain: unknown = await read(createTestHost(), 'slackAlerts');
    expect(plain).toMatchObject({ name: 'Slack alerts' });
    expect(plain).not.toHaveProperty('description');
  });

  it.each([[5], ['text'], [[{}]]])(
    'says error, and hides every variable, where the schema is %j',
    async (schema) => {
      const data = exampleData();
      for (const project of data.projects)
        Object.assign(project, { dynamicVariablesSchema: schema });
      const host = createTestHost({ data, checkAnswers: false });
      expect(await read(host, 'shopifyOrders')).toMatchObject({
        status: 'error',
        variablesSchema: null,
      });
      const path = `${environmentPath('shopifyOrders')}/activations`;
      const listed: unknown = await (await host.send(path, { user: 'user-carla' })).json();
      expect(listed).toMatchObject({ items: [{ dynamicVariables: {} }] });
    },
  );
});

describe('the shared connections of the example', () => {
  it('are nobody’s to choose', async () => {
    const host = createTestHost();
    const response = await host.send(slackActivationsPath, {
      ...activateSlack(),
      body: {
        connections: [
          { connectionTemplateId: loqate, existingConnectionId: connections.staticLoqate },
        ],
        dynamicVariables: {},
      },
    });
    expect(response.status).toBe(422);
  });
});

describe('an integration that is not available', () => {
  it.each([
    ['is suspended', 'hubspotContacts', undefined, 409],
    ['is set up wrongly', 'slackAlerts', exampleIds.projects.shopifyOrders, 503],
  ] as const)('is not activated where it %s', async (_, key, projectId, status) => {
    const environmentId = exampleIds.environments[key];
    const integration = { projectId: projectId ?? exampleIds.projects[key], environmentId };
    const host = createTestHost({ options: { integrations: [integration] } });
    const response = await host.send(`${environmentPath(key)}/activations`, {
      ...activateSlack(),
      body: { connections: [], dynamicVariables: {} },
    });
    expect(response.status).toBe(status);
    const { detail } = await readProblem(response);
    expect(detail).toBe(status === 409 ? 'This integration is not available now.' : undefined);
    expect(host.emulator.requests.map(({ method }) => method)).not.toContain('POST');
  });
});
