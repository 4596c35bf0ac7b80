import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import { startPlatform } from '../startPlatform.js';

const { projects, environments, systems, templates } = exampleIds;

describe('GetProject', () => {
  it('shows the project with its environments, its source and its schema', async () => {
    const { call } = startPlatform();
    const { status, body, at, text } = await call('GET', `/projects/${projects.shopifyOrders}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Shopify orders',
      environments: [{ id: environments.shopifyOrders, status: 'running' }],
    });
    expect(at('currentFiles.files.0.content')).toContain('canary-source-');
    expect(at('environments.0.labels.team')).toContain('canary-label-');
    expect(at('dynamicVariablesSchema.properties.warehouseCode.title')).toBe('Warehouse code');
    expect(text).not.toContain('refusedVariables');
  });

  it('keeps to itself which values the integration refuses', async () => {
    const { call } = startPlatform();
    const { text } = await call('GET', `/projects/${projects.warehouseSync}`);
    expect(text).not.toContain('LDN-1');
  });

  it('refuses ids that are none or unknown', async () => {
    const { call } = startPlatform();
    expect((await call('GET', '/projects/shopify')).status).toBe(400);
    expect((await call('GET', `/projects/${environments.slackAlerts}`)).status).toBe(404);
  });
});

describe('GetProjectVariablesSchema', () => {
  it('answers with the schema, null, or nothing at all', async () => {
    const { call } = startPlatform();
    const read = async (id: string): Promise<string> =>
      (await call('GET', `/projects/${id}/variables`)).text;
    expect(await read(projects.warehouseSync)).toContain('"title":"Warehouse address"');
    expect(await read(projects.slackAlerts)).toBe('null');
    expect(await read(projects.hubspotContacts)).toBe('');
  });
});

describe('ListProjectConnectionTemplates', () => {
  it('lists what the environment needs, in order, and which of it the host provides', async () => {
    const { call } = startPlatform();
    const { status, body, text } = await call(
      'GET',
      `/projects/${projects.warehouseSync}/connection-templates?env_id=${environments.warehouseSync}`,
    );
    const { shipbob, loqate, netsuite } = templates.warehouseSync;
    expect(status).toBe(200);
    expect(body).toMatchObject({
      totalCount: 3,
      items: [
        { id: systems.shipbob, connectionTemplateId: shipbob, name: 'shipbob', dynamic: true },
        { id: systems.loqate, connectionTemplateId: loqate, name: 'loqate', dynamic: false },
        { id: systems.netsuite, connectionTemplateId: netsuite, name: 'netsuite', dynamic: true },
      ],
    });
    expect(text).not.toContain('environmentId');
  });

  it('wants the environment, of this project', async () => {
    const { call } = startPlatform();
    const status = async (query: string): Promise<number> =>
      (await call('GET', `/projects/${projects.slackAlerts}/connection-templates${query}`)).status;
    expect(await status('')).toBe(400);
    expect(await status(`?env_id=${environments.warehouseSync}`)).toBe(404);
    expect(await status(`?env_id=${environments.slackAlerts}`)).toBe(200);
  });
});
