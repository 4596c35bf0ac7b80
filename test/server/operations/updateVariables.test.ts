import { describe, expect, it } from 'vitest';
import { exampleData, exampleIds, type Fault } from '../../../src/emulator.js';
import { hostApi } from '../../../src/wire/hostApi.js';
import type { Activation } from '../../../src/domain/activation.js';
import { createTestHost, type PlatformFetch, type TestHost } from '../../support/host.js';
import { environmentPath, madeUpId, readProblem } from '../example.js';

const path = `${environmentPath('shopifyOrders')}/activations`;
const id = exampleIds.activations.carlaShopify;

function patch(host: TestHost, variables: unknown, ifMatch?: string): Promise<Response> {
  return host.send(`${path}/${id}/variables`, {
    user: 'user-carla',
    method: 'PATCH',
    body: { variables },
    ...(ifMatch !== undefined && { headers: { 'If-Match': ifMatch } }),
  });
}

async function read(host: TestHost): Promise<Activation> {
  const parsed = hostApi.listActivations.parseAnswer(
    await (await host.send(path, { user: 'user-carla' })).json(),
  );
  const activation = parsed.ok ? parsed.value.items[0] : undefined;
  if (activation === undefined) throw new Error('Carla has no activation');
  return activation;
}

const stored = (host: TestHost): Record<string, unknown> | undefined =>
  host.emulator.data.activations.find((each) => each.id === id)?.dynamicVariables;

describe('editing variables', () => {
  it('sets what is named and keeps the rest, secrets too', async () => {
    const host = createTestHost();
    const secret = stored(host)?.['webhookSecret'];
    const parsed = hostApi.activate.parseAnswer(
      await (await patch(host, { batchSize: 99, memo: '' })).json(),
    );
    if (!parsed.ok) throw new Error(parsed.at);
    expect(parsed.value.dynamicVariables).toMatchObject({
      batchSize: 99,
      memo: '',
      warehouseCode: 'LYS-3',
    });
    expect(parsed.value.secretsSet).toEqual(['/webhookSecret']);
    expect(stored(host)).toMatchObject({ webhookSecret: secret });
    expect(host.violations).toEqual([]);
  });

  it('sends a stored secret along where it stands below a changed name', async () => {
    const host = createTestHost();
    const project = host.emulator.data.projects[0];
    const activation = host.emulator.data.activations.find((each) => each.id === id);
    if (project === undefined || activation === undefined) throw new Error('no example');
    project.dynamicVariablesSchema = {
      type: 'object',
      properties: {
        account: {
          type: 'object',
          required: ['password'],
          properties: { host: {}, password: { type: 'string', writeOnly: true } },
        },
      },
    };
    activation.dynamicVariables = { account: { host: 'a', password: 'canary-stored-password' } };
    const response = await patch(host, { account: { host: 'b' } });
    expect(await response.json()).toMatchObject({
      dynamicVariables: { account: { host: 'b' } },
      secretsSet: ['/account/password'],
    });
    expect(stored(host)).toEqual({ account: { host: 'b', password: 'canary-stored-password' } });
  });

  describe('of which a stored secret is refused', () => {
    const properties = {
      gate: {
        type: 'object',
        properties: {
          label: { type: 'string' },
          pin: { type: 'integer', writeOnly: true },
          code: { type: 'string', writeOnly: true },
        },
      },
    };

    async function quote(
      variables: unknown,
      said: { message: string; fields: { field: string; message: string }[] },
    ): Promise<{ detail?: unknown; fields?: unknown }> {
      const data = exampleData();
      const project = data.projects[0];
      const activation = data.activations.find((each) => each.id === id);
      if (project === undefined || activation === undefined) throw new Error('no example');
      project.dynamicVariablesSchema = { type: 'object', properties };
      activation.dynamicVariables = { gate: { label: 'a', pin: 48151623, code: 'xy' } };
      const host = createTestHost({
        data,
        intercept: (fetch) => async (request) =>
          request.method === 'PATCH'
            ? Response.json({ code: 'invalid', ...said }, { status: 422 })
            : fetch(request),
      });
      const response = await patch(host, variables);
      expect(response.status).toBe(422);
      return readProblem(response);
    }

    it('does not quote it, though it is a number or short', async () => {
      const { detail, fields } = await quote(
        { gate: { label: 'b' } },
        {
          message: 'gate.pin 48151623 is not allowed',
          fields: [
            { field: 'gate.pin', message: '48,151,623 is too large' },
            { field: 'dynamicVariables.gate.code', message: 'xy is too short' },
            { field: 'gate.label', message: 'b does not go with 48151623' },
            { field: 'gate.label', message: 'is taken' },
          ],
        },
      );
      expect(detail).toBeUndefined();
      expect(fields).toEqual([
        { path: '/variables/gate/pin', message: '' },
        { path: '/variables/gate/code', message: '' },
        { path: '/variables/gate/label', message: '' },
        { path: '/variables/gate/label', message: '' },
      ]);
    });

    it('does not quote it where nothing about its variable was sent', async () => {
      const { fields } = await quote(
        { memo: 'x' },
        { message: 'No.', fields: [{ field: 'gate.code', message: 'xy is too short' }] },
      );
      expect(fields).toEqual([{ path: '/variables/gate/code', message: '' }]);
    });

    it('passes on no word about the one that the user typed in its place', async () => {
      const { detail, fields } = await quote(
        { gate: { label: 'b', code: 'zz' } },
        { message: 'No.', fields: [{ field: 'gate.code', message: 'Begins with k-.' }] },
      );
      expect(detail).toBeUndefined();
      expect(fields).toEqual([{ path: '/variables/gate/code', message: '' }]);
    });
  });

  it('changes the revision with each variable, secret ones too', async () => {
    const host = createTestHost();
    const revisions = new Set([(await read(host)).revision]);
    for (const change of [{ batchSize: 1 }, { webhookSecret: 'another-secret' }]) {
      await patch(host, change);
      revisions.add((await read(host)).revision);
    }
    expect(revisions.size).toBe(3);
    expect(await read(host)).toEqual(await read(host));
  });

  it('takes no other activation’s revision, though their variables are equal', async () => {
    const host = createTestHost();
    const { activations } = host.emulator.data;
    const own = activations.find((each) => each.id === id);
    if (own === undefined) throw new Error('no example');
    activations.push({ ...structuredClone(own), id: madeUpId });
    const answer: unknown = await (await host.send(path, { user: 'user-carla' })).json();
    const { items } = answer as { items: { id: string; revision: string }[] };
    const other = items.find((each) => each.id === madeUpId);
    expect((await patch(host, { batchSize: 1 }, other?.revision)).status).toBe(412);
  });

  it('is refused with 412 where the user saw something older', async () => {
    const host = createTestHost();
    const { revision } = await read(host);
    expect((await patch(host, { batchSize: 1 }, revision)).status).toBe(200);
    const stale = await patch(host, { batchSize: 2 }, `"${revision}"`);
    expect([stale.status, (await readProblem(stale)).code]).toEqual([412, 'conflict']);
    expect(stored(host)).toMatchObject({ batchSize: 1 });
    expect((await patch(host, { batchSize: 3 }, `"${(await read(host)).revision}"`)).status).toBe(
      200,
    );
    expect((await patch(host, { batchSize: 4 }, '*')).status).toBe(200);
  });

  it('takes the revision as proxies and lists write it', async () => {
    const host = createTestHost();
    const { revision } = await read(host);
    for (const ifMatch of [
      `W/"${revision}"`,
      `"older", W/"${revision}"`,
      `"older","${revision}"`,
    ]) {
      expect((await patch(host, {}, ifMatch)).status).toBe(200);
    }
    for (const ifMatch of ['W/"older"', '"older", "oldest"', `"${revision}x"`, '""', '"*"']) {
      expect((await patch(host, {}, ifMatch)).status).toBe(412);
    }
  });

  it('writes nothing where nothing is named', async () => {
    const host = createTestHost();
    expect((await patch(host, {})).status).toBe(200);
    expect(host.emulator.requests.map(({ method }) => method)).not.toContain('PATCH');
  });

  it('names what is refused by its place in the request', async () => {
    const response = await patch(createTestHost(), { batchSize: 0 });
    expect(response.status).toBe(422);
    expect((await readProblem(response)).fields).toMatchObject([{ path: '/variables/batchSize' }]);
  });

  it('refuses other members', async () => {
    const host = createTestHost();
    const response = await host.send(`${path}/${id}/variables`, {
      user: 'user-carla',
      method: 'PATCH',
      body: { variables: {}, connections: [] },
    });
    expect((await readProblem(response)).fields).toMatchObject([{ path: '/connections' }]);
  });

  it('counts the activations anew after a write of the user', async () => {
    const host = createTestHost();
    const count = async (): Promise<unknown> =>
      (await host.send(environmentPath('shopifyOrders'), { user: 'user-carla' })).json();
    expect(await count()).toMatchObject({ activationCount: 1, needsAttention: true });
    expect(
      (await host.send(`${path}/${id}`, { user: 'user-carla', method: 'DELETE' })).status,
    ).toBe(204);
    expect(await count()).toMatchObject({ activationCount: 0, needsAttention: false });
  });
});

describe('an edit whose answer was lost', () => {
  it.each<[string, Fault, object, number]>([
    ['is found to be done', { kind: 'dropAfter' }, { batchSize: 99, memo: 'new' }, 200],
    [
      'is found not to be done as a whole',
      { kind: 'dropBefore' },
      { batchSize: 50, memo: 'new' },
      503,
    ],
    ['is gone with its activation', { kind: 'status', status: 404 }, { batchSize: 99 }, 404],
  ])('%s', async (_, fault, variables, status) => {
    const host = createTestHost();
    const activation = host.emulator.data.activations.find((each) => each.id === id);
    Object.assign(activation?.dynamicVariables ?? {}, { batchSize: 50, memo: 'old' });
    host.emulator.faults.add({ operation: 'SetDynamicVariables', fault });
    const response = await patch(host, variables);
    expect(response.status).toBe(status);
    const answer = await readProblem(response);
    expect(answer.outcomeUnknown).toBe(status === 503 ? true : undefined);
    if (status === 200) expect(answer).toMatchObject({ id, dynamicVariables: variables });
  });
});

describe('an edit that is done', () => {
  it('is shown as it was made, where the list does not come after it', async () => {
    const host = createTestHost({ intercept: failAfterWrite });
    const response = await patch(host, { batchSize: 99 });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      id,
      dynamicVariables: { batchSize: 99, warehouseCode: 'LYS-3' },
    });
  });

  it('is shown as the platform has it, among others of the same user', async () => {
    const host = createTestHost({
      intercept: (fetch) => async (request) => {
        const response = await fetch(request);
        // What the integration itself writes meanwhile.
        if (request.method !== 'GET')
          Object.assign(stored(host) ?? {}, { memo: 'by the integration' });
        return response;
      },
    });
    const [other] = host.emulator.data.activations.filter((each) => each.id === id);
    if (other) host.emulator.data.activations.unshift({ ...other, id: madeUpId });
    const response = await patch(host, { batchSize: 99 });
    expect(await response.json()).toMatchObject({
      id,
      dynamicVariables: { batchSize: 99, memo: 'by the integration' },
    });
  });
});

/** A platform whose lists fail from the write on. */
function failAfterWrite(fetch: PlatformFetch): PlatformFetch {
  let wasSent = false;
  return async (request) => {
    if (request.method === 'GET' && wasSent) throw new TypeError('fetch failed');
    wasSent ||= request.method !== 'GET';
    return fetch(request);
  };
}
