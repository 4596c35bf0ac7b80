import { describe, expect, it } from 'vitest';
import { exampleData, exampleIds } from '../../src/emulator.js';
import type { JsonObject } from '../../src/domain/json.js';
import type { Activation } from '../../src/domain/activation.js';
import type { Integration } from '../../src/domain/integration.js';
import type { HostIntegration } from '../../src/server.js';
import {
  keepWritten,
  toPublicSchema,
  type VariableMode,
  withoutHidden,
} from '../../src/server/variableModes.js';
import { createTestHost, exampleIntegrations, type TestHost } from '../support/host.js';
import { activateShopify, environmentPath, readProblem, shopifyVariables } from './example.js';

const carla = { user: 'user-carla' };
const shopify = environmentPath('shopifyOrders');
const activationPath = `${shopify}/activations/${exampleIds.activations.carlaShopify}`;

function createHost(variables: NonNullable<HostIntegration['variables']>): TestHost {
  const integrations = exampleIntegrations.map((each) => ({ ...each, variables }));
  return createTestHost({ data: exampleData(), options: { integrations } });
}

async function readActivation(host: TestHost): Promise<Activation | undefined> {
  const response = await host.send(`${shopify}/activations`, carla);
  return ((await response.json()) as { items: Activation[] }).items[0];
}

const edit = (variables: object, headers = {}): object => ({
  ...carla,
  method: 'PATCH',
  body: { variables },
  headers,
});

describe('a variable that the integration writes itself', () => {
  it('is nowhere to be seen where it is hidden', async () => {
    const host = createHost({ '/batchSize': 'hidden', '/webhookSecret': 'hidden' });
    const { variablesSchema } = (await (await host.send(shopify)).json()) as Integration;
    const { properties, required } = variablesSchema as JsonObject;
    expect(Object.keys(properties as object)).not.toContain('batchSize');
    expect(required).toEqual(['warehouseCode', 'orderStatus']);
    const activation = await readActivation(host);
    expect(activation?.dynamicVariables).not.toHaveProperty('batchSize');
    expect(activation?.secretsSet).toEqual([]);
  });

  it('is shown where it is read-only, and the form knows', async () => {
    const host = createHost({ '/batchSize': 'readOnly' });
    const { variablesSchema } = (await (await host.send(shopify)).json()) as Integration;
    expect(variablesSchema).toMatchObject({ properties: { batchSize: { readOnly: true } } });
    expect((await readActivation(host))?.dynamicVariables).toHaveProperty('batchSize');
  });

  it.each(['hidden', 'readOnly'] as const)('is changed by no user: %s', async (mode) => {
    const host = createHost({ '/batchSize': mode });
    const response = await host.send(`${activationPath}/variables`, edit({ batchSize: 3 }));
    expect([response.status, await readProblem(response)]).toMatchObject([
      422,
      { fields: [{ path: '/variables/batchSize' }] },
    ]);
    const activate = await host.send(`${shopify}/activations`, activateShopify());
    expect(await readProblem(activate)).toMatchObject({
      fields: [{ path: '/dynamicVariables/batchSize' }],
    });
    const writes = host.emulator.requests.filter(({ method }) => method !== 'GET');
    expect(writes).toEqual([]);
  });

  it('may come back as it was shown', async () => {
    const host = createHost({ '/batchSize': 'readOnly' });
    const { dynamicVariables = {} } = (await readActivation(host)) ?? {};
    const request = edit({ batchSize: dynamicVariables['batchSize'], memo: 'new' });
    expect((await host.send(`${activationPath}/variables`, request)).status).toBe(200);
    const request2 = activateShopify({ ...shopifyVariables, batchSize: 50 });
    expect((await host.send(`${shopify}/activations`, request2)).status).toBe(201);
  });

  it('makes no edit stale by changing', async () => {
    const host = createHost({ '/batchSize': 'hidden' });
    const { revision = '' } = (await readActivation(host)) ?? {};
    const stored = host.emulator.data.activations.find(
      ({ id }) => id === exampleIds.activations.carlaShopify,
    );
    Object.assign(stored?.dynamicVariables ?? {}, { batchSize: 7 });
    const request = edit({ memo: 'new' }, { 'If-Match': revision });
    expect((await host.send(`${activationPath}/variables`, request)).status).toBe(200);
    expect(stored?.dynamicVariables).toMatchObject({ batchSize: 7, memo: 'new' });
  });
});

describe('a variable within another', () => {
  const modes: readonly VariableMode[] = [
    { path: ['sync', 'cursor'], mode: 'hidden' },
    { path: ['sync', 'count'], mode: 'readOnly' },
  ];
  const stored = { sync: { cursor: 'c', count: 2, from: 'Monday' }, other: 1 };

  it('stays where its neighbours are changed', () => {
    const kept = keepWritten(stored, { sync: { from: 'Friday' } }, modes, 'variables');
    expect(kept).toEqual({ sync: { cursor: 'c', count: 2, from: 'Friday' } });
    expect(keepWritten(stored, { other: 2 }, modes, 'variables')).toEqual({ other: 2 });
  });

  it('cannot be set along with them', () => {
    const set = (sync: JsonObject) => () => keepWritten(stored, { sync }, modes, 'variables');
    expect(set({ cursor: 'c' })).toThrow(/by the integration/);
    expect(set({ count: 3 })).toThrow(/by the integration/);
    expect(set({ count: 2 })).not.toThrow();
  });

  it('leaves the schema wherever it stands in it', () => {
    const schema = {
      $defs: { sync: { properties: { cursor: {}, count: {}, from: {} }, required: ['cursor'] } },
      properties: { sync: { $ref: '#/$defs/sync', title: 'Sync' } },
      allOf: [{ properties: { sync: { required: ['cursor', 'from'] } } }],
    };
    expect(toPublicSchema(schema, modes)).toMatchObject({
      properties: {
        sync: { title: 'Sync', properties: { count: { readOnly: true }, from: {} }, required: [] },
      },
      allOf: [{ properties: { sync: { required: ['from'] } } }],
    });
    expect(JSON.stringify(toPublicSchema(schema, modes)?.['properties' as never])).not.toContain(
      'cursor',
    );
    expect(toPublicSchema(schema, [])).toEqual(schema);
  });

  it('leaves it behind a reference to a reference, too', () => {
    const schema = {
      $defs: { a: { $ref: '#/$defs/b' }, b: { properties: { cursor: {}, from: {} } } },
      properties: { sync: { $ref: '#/$defs/a' } },
    };
    expect(toPublicSchema(schema, modes)).toMatchObject({
      properties: { sync: { properties: { from: {} } } },
    });
    expect(JSON.stringify(toPublicSchema(schema, modes)?.['properties' as never])).not.toContain(
      'cursor',
    );
  });

  it('takes none of its neighbours along that are declared beside a reference', () => {
    const schema = {
      $defs: { sync: { properties: { cursor: {}, from: { type: 'string' } }, required: ['from'] } },
      properties: {
        sync: { $ref: '#/$defs/sync', properties: { until: {} }, required: ['until', 'cursor'] },
      },
    };
    const edited = toPublicSchema(schema, modes) as JsonObject;
    expect(edited['properties']).toEqual({
      sync: {
        allOf: [{ properties: { from: { type: 'string' } }, required: ['from'] }],
        properties: { until: {} },
        required: ['until'],
      },
    });
  });

  it('is as strict as before with what stands beside a reference', () => {
    const closed = { properties: { from: {} }, additionalProperties: false };
    const sync = { $ref: '#/$defs/a%20sync', properties: { until: {} } };
    const schema = { $defs: { 'a sync': closed }, properties: { sync } };
    expect(toPublicSchema(schema, modes)).toMatchObject({
      properties: { sync: { allOf: [closed], properties: { until: {} } } },
    });
    const old = { $schema: 'http://json-schema.org/draft-07/schema#', ...schema };
    expect(toPublicSchema(old, modes)).toHaveProperty('properties.sync', closed);
  });

  it.each(['2020-12/schema', 'draft-07/schema#'])('leaves a root that refers: %s', (draft) => {
    const sync = { properties: { cursor: {}, from: {} } };
    const $defs = { root: { properties: { sync: { $ref: '#/$defs/sync' } } }, sync };
    const schema = { $schema: `http://json-schema.org/${draft}`, $ref: '#/$defs/root', $defs };
    expect(toPublicSchema(schema, modes)).toEqual({
      $schema: schema.$schema,
      properties: { sync: { properties: { from: {} } } },
      $defs,
    });
  });

  it('is found in no time where references go round', () => {
    const schema = { $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } };
    const looped = { ...schema, $ref: '#/$defs/a', properties: { sync: { $ref: '#' } } };
    expect(toPublicSchema(looped, modes)).toHaveProperty('properties.sync');
  });

  it('is looked for in a moment where many references lead to one large schema', () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `p${index}`);
    const large = { properties: { sync: {}, ...Object.fromEntries(names.map((n) => [n, {}])) } };
    const allOf = Array.from({ length: 499 }, () => ({ $ref: '#/$defs/a' }));
    const found = toPublicSchema({ $defs: { a: large }, allOf }, [
      { path: ['sync'], mode: 'hidden' },
      { path: ['p0'], mode: 'hidden' },
    ]) as { readonly allOf: readonly object[] };
    expect(found.allOf[0]).not.toHaveProperty('properties.sync');
    expect(found.allOf.filter((each) => !('$ref' in each)).length).toBeLessThan(100);
    expect(found.allOf.filter((each) => '$ref' in each).length).toBeGreaterThan(400);
  });

  it('is found in no time where the schema refers to itself', () => {
    const allOf = Array.from({ length: 20 }, () => ({ $ref: '#/$defs/a' }));
    const schema = { $defs: { a: { allOf, properties: { sync: {} } } }, allOf };
    expect(toPublicSchema(schema, modes)).toHaveProperty('allOf');
  });
});

describe('a refusal of a hidden variable', () => {
  const hidden = { field: 'dynamicVariables.batchSize', message: 'batchSize 7342 is too much' };
  const other = { field: 'dynamicVariables.memo', message: 'next to batchSize 7342' };

  async function refuse(
    fields: readonly (typeof hidden)[],
  ): Promise<readonly [Response, Response]> {
    const host = createHost({ '/batchSize': 'hidden' });
    const fault = { kind: 'status', status: 422, message: 'batchSize 7342', fields } as const;
    host.emulator.faults.add({ operation: 'SetDynamicVariables', fault });
    host.emulator.faults.add({ operation: 'ActivateUser', fault });
    const edited = await host.send(`${activationPath}/variables`, edit({ memo: 'x' }));
    const { batchSize: _, ...variables } = shopifyVariables;
    return [edited, await host.send(`${shopify}/activations`, activateShopify(variables))];
  }

  it('names neither it nor what is in it', async () => {
    for (const response of await refuse([hidden])) {
      expect(await readProblem(response)).toMatchObject({ code: 'unavailable' });
    }
    for (const response of await refuse([hidden, other])) {
      const problem = await readProblem(response);
      expect(problem.fields).toMatchObject([{ message: '' }]);
      expect(JSON.stringify(problem)).not.toContain('batchSize');
    }
  });
});

describe('a variable within a list', () => {
  const modes: VariableMode[] = [{ path: ['rows', '1', 'cursor'], mode: 'hidden' }];
  const rows = (...cursors: readonly object[]): JsonObject => ({
    rows: cursors.map((each, n) => ({ n, ...each })),
  });

  it('is hidden in its row alone', () => {
    const stored = rows({ cursor: 'a' }, { cursor: 'b' });
    expect(withoutHidden(stored, modes)).toEqual(rows({ cursor: 'a' }, {}));
    expect(withoutHidden({ rows: ['a', 'b'] }, modes)).toEqual({ rows: ['a', 'b'] });
    expect(withoutHidden(stored, [{ path: ['rows', '0'], mode: 'hidden' }])).toEqual({
      rows: [{ n: 1, cursor: 'b' }],
    });
  });

  it('is kept when the list is edited', () => {
    const kept = keepWritten(rows({}, { cursor: 'b' }), rows({ x: 1 }, {}), modes, 'variables');
    expect(kept).toEqual(rows({ x: 1 }, { cursor: 'b' }));
    expect(keepWritten(kept, { rows: ['a', 'b'] }, modes, 'variables')).toEqual({
      rows: ['a', 'b'],
    });
  });
});

describe('an integration with webhooks', () => {
  it('gives each user an address of their own', async () => {
    const webhooks = [{ name: 'orders/new', label: 'New orders' }, { name: 'refunds' }];
    const integrations = exampleIntegrations.map((each) => ({ ...each, webhooks }));
    const host = createTestHost({ options: { integrations } });
    expect((await readActivation(host))?.webhooks).toEqual([
      {
        label: 'New orders',
        url: 'https://shopifyorders.versori.example/orders%2Fnew/users/user-carla',
      },
      { label: 'refunds', url: 'https://shopifyorders.versori.example/refunds/users/user-carla' },
    ]);
  });

  it('has none where the host names none', async () => {
    expect((await readActivation(createTestHost()))?.webhooks).toEqual([]);
  });
});
