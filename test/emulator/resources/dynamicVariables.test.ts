import { describe, expect, it } from 'vitest';
import { exampleIds, type VariablesSchema } from '../../../src/emulator.js';
import { warehouseSync } from '../requestBodies.js';
import { type Reply, startPlatform } from '../startPlatform.js';

const { environments, activations } = exampleIds;
const path = `/environments/${environments.shopifyOrders}/activations/${activations.carlaShopify}/variables`;

describe('SetDynamicVariables', () => {
  it('sets what is named and keeps the rest', async () => {
    const { platform, call } = startPlatform();
    const { status, body } = await call('PATCH', path, { body: { batchSize: 10, memo: 'Rush' } });
    const expected = {
      warehouseCode: 'LYS-3',
      orderStatus: 'fulfilled',
      batchSize: 10,
      includeTestOrders: false,
      webhookSecret: 'canary-webhook-secret-carla',
      memo: 'Rush',
    };
    expect(status).toBe(200);
    expect(body).toEqual(expected);
    expect(platform.data.activations[1]?.dynamicVariables).toEqual(expected);
  });

  it('sets nothing where one of them is wrong', async () => {
    const { platform, call } = startPlatform();
    const reply = await call('PATCH', path, { body: { memo: 'Rush', batchSize: 0 } });
    expect(reply.status).toBe(422);
    expect(reply.at('fields.0.field')).toBe('dynamicVariables.batchSize');
    expect(platform.data.activations[1]?.dynamicVariables).toMatchObject({ batchSize: 25 });
    expect(platform.data.activations[1]?.dynamicVariables).not.toHaveProperty('memo');
  });

  it('refuses names that are not declared, and bodies that are no object', async () => {
    const { call } = startPlatform();
    const reply = await call('PATCH', path, { body: { colour: 'red' } });
    expect(reply.at('fields')).toEqual([
      { field: 'dynamicVariables.colour', message: 'is not declared' },
    ]);
    expect((await call('PATCH', path, { body: ['batchSize'] })).status).toBe(400);
  });

  it('does not know an activation that is made up', async () => {
    const { call } = startPlatform();
    const elsewhere = path.replace(activations.carlaShopify, activations.bashirSlack);
    expect((await call('PATCH', elsewhere, { body: { memo: '' } })).status).toBe(404);
  });
});

describe('SetDynamicVariable', () => {
  it('sets one, whatever its value', async () => {
    const { call } = startPlatform();
    const { status, body } = await call('PUT', `${path}/includeTestOrders`, {
      body: { value: true },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ includeTestOrders: true, batchSize: 25 });
    expect((await call('PUT', `${path}/memo`, { body: { value: '' } })).at('memo')).toBe('');
  });

  it('refuses a wrong value, none, and an undeclared name', async () => {
    const { call } = startPlatform();
    const put = (name: string, body: unknown): Promise<Reply> =>
      call('PUT', `${path}/${name}`, { body });
    expect((await put('batchSize', { value: 'many' })).at('fields.0.field')).toBe(
      'dynamicVariables.batchSize',
    );
    expect((await put('batchSize', {})).status).toBe(400);
    expect((await put('__proto__', { value: { polluted: true } })).at('fields.0.field')).toBe(
      'dynamicVariables.__proto__',
    );
  });
});

/** The field that activating "Warehouse sync" with these variables is refused for; `null`: none. */
async function refusedField(dynamicVariables: unknown, schema?: VariablesSchema): Promise<unknown> {
  const { platform, call } = startPlatform();
  const project = platform.data.projects[2];
  if (project && schema !== undefined) project.dynamicVariablesSchema = schema;
  const reply = await call('POST', '/activations', {
    body: { ...warehouseSync(), dynamicVariables },
  });
  return reply.status === 200 ? null : reply.at('fields.0.field');
}

describe('the check against the schema', () => {
  const valid = warehouseSync().dynamicVariables;

  it.each([
    ['a missing one', { address: valid['address'] }, 'warehouseCode'],
    ['a wrong pattern', { ...valid, warehouseCode: 'London' }, 'warehouseCode'],
    [
      'one that is missing further in',
      { ...valid, address: { street: 'a', city: 'b' } },
      'address.zip',
    ],
    [
      'one too many further in',
      { ...valid, address: { street: 'a', city: 'b', zip: 'E16', floor: 2 } },
      'address.floor',
    ],
    ['a wrong type in a list', { ...valid, lines: [{ sku: 'a' }, { sku: 7 }] }, 'lines[1].sku'],
    ['one that is missing in a list', { ...valid, lines: [{}] }, 'lines[0].sku'],
    [
      'one that only the integration refuses',
      { ...valid, warehouseCode: 'LDN-1' },
      'warehouseCode',
    ],
  ])('names %s', async (_name, variables, field) => {
    expect(await refusedField(variables)).toBe(`dynamicVariables.${field}`);
  });

  it('reports one problem at a time', async () => {
    const { call } = startPlatform();
    const body = { ...warehouseSync(), dynamicVariables: { warehouseCode: 7, address: 8 } };
    expect((await call('POST', '/activations', { body })).at('fields')).toHaveLength(1);
  });

  it('follows references, branches and conditions', async () => {
    const schema = {
      $ref: '#/$defs/root',
      $defs: {
        root: { oneOf: [{ $ref: '#/$defs/daily' }, { $ref: '#/$defs/hourly' }] },
        daily: { type: 'object', required: ['time'], properties: { time: { type: 'string' } } },
        hourly: {
          type: 'object',
          required: ['minute'],
          properties: { minute: { type: 'integer' } },
        },
      },
    };
    expect(await refusedField({ time: '09:00' }, schema)).toBeNull();
    expect(await refusedField({ minute: 5 }, schema)).toBeNull();
    expect(await refusedField({}, schema)).toBe('dynamicVariables.time');
    expect(await refusedField({ minute: 5, hour: 1 }, schema)).toBe('dynamicVariables.hour');
  });

  it('takes what patternProperties or additionalProperties declare', async () => {
    const byPattern = { type: 'object', patternProperties: { '^x-': { type: 'string' } } };
    expect(await refusedField({ 'x-team': 'blue' }, byPattern)).toBeNull();
    expect(await refusedField({ team: 'blue' }, byPattern)).toBe('dynamicVariables.team');
    const open = { type: 'object', additionalProperties: { type: 'string' } };
    expect(await refusedField({ team: 'blue' }, open)).toBeNull();
    expect(await refusedField({ team: 1 }, open)).toBe('dynamicVariables.team');
  });

  it('checks patterns that the u flag would refuse, and leaves the schema as it was', async () => {
    const schema = {
      type: 'object',
      properties: { host: { type: 'string', pattern: '^[\\w-.]+$' } },
    };
    const before = JSON.stringify(schema);
    expect(await refusedField({ host: 'a-b.example' }, schema)).toBeNull();
    expect(await refusedField({ host: 'a b' }, schema)).toBe('dynamicVariables.host');
    expect(JSON.stringify(schema)).toBe(before);
  });

  it('takes null where nullable of OpenAPI stands beside a type, as the form does', async () => {
    const schema = {
      type: 'object',
      properties: {
        limit: { type: 'integer', nullable: true },
        nullable: { type: 'string', nullable: false },
        tags: { type: 'array', items: { type: ['string', 'null'], nullable: true } },
      },
    };
    expect(await refusedField({ limit: null, tags: [null] }, schema)).toBeNull();
    expect(await refusedField({ limit: 5 }, schema)).toBeNull();
    expect(await refusedField({ limit: 'many' }, schema)).toBe('dynamicVariables.limit');
    expect(await refusedField({ nullable: null }, schema)).toBe('dynamicVariables.nullable');
  });

  it('says so where the schema cannot be used', async () => {
    expect(await refusedField({}, { $ref: '#/$defs/nowhere' })).toBe('dynamicVariables');
    expect(await refusedField({}, false)).toBe('dynamicVariables');
  });

  it('reads draft-07 as draft-07', async () => {
    const properties = { pair: { items: [{ type: 'string' }], additionalItems: false } };
    const schema = { $schema: 'http://json-schema.org/draft-07/schema#', properties };
    expect(await refusedField({ pair: ['a', 'b'] }, schema)).toBe('dynamicVariables.pair[1]');
  });
});
