import { describe, expect, it } from 'vitest';
import { exampleIds, type Fault, type StoredConnection } from '../../../src/emulator.js';
import type { HostIntegration } from '../../../src/server.js';
import { createTestHost, exampleIntegrations, type TestHost } from '../../support/host.js';
import { madeUpId, readAll, readProblem } from '../example.js';
import {
  connect,
  countCalls,
  shipbobCredentials,
  shipbobPath,
  signIn,
  shopifyPath,
} from '../connectExample.js';

const { connections } = exampleIds;
const leedsPath = `${shipbobPath}/connections/${connections.ameliaShipbobLeeds}`;
const typed = { credentials: shipbobCredentials };

function find(host: TestHost, id: string): StoredConnection | undefined {
  return host.emulator.data.connections.find((each) => each.id === id);
}

function withAddresses(baseUrl: 'optional' | 'required'): readonly HostIntegration[] {
  const rules = { baseUrl, allowedDomains: ['shipbob.com'] };
  const shipbob = exampleIds.templates.warehouseSync.shipbob;
  return exampleIntegrations.map((each) => ({
    ...each,
    templates: { [shipbob]: { connect: rules } },
  }));
}

describe('signing in again', () => {
  it('replaces the credentials in place, and nothing else', async () => {
    const host = createTestHost();
    const before = structuredClone(find(host, connections.ameliaShipbobLeeds));
    const request = connect({ ...typed, name: 'Another name' }, { method: 'PUT' });
    const response = await host.send(leedsPath, request);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      id: connections.ameliaShipbobLeeds,
      name: before?.name,
      health: { status: 'unchecked' },
    });
    const after = find(host, connections.ameliaShipbobLeeds);
    expect(after).toMatchObject({ name: before?.name, endUserId: before?.endUserId });
    expect(new URL(after?.baseUrl ?? '').origin).toBe(new URL(before?.baseUrl ?? '').origin);
    expect(after?.credentials[1]?.credential?.data).toEqual({
      string: { value: 'canary-typed-key' },
    });
    expect(host.violations).toEqual([]);
  });

  it('at the provider repairs an expired account, and its activation keeps running', async () => {
    const host = createTestHost();
    const id = connections.carlaShopifyExpired;
    const user = 'user-carla';
    const activations = structuredClone(host.emulator.data.activations);
    const credential = await signIn(host, shopifyPath, { user, connectionId: id });
    const request = connect({ credentials: [credential] }, { method: 'PUT', user });
    const response = await host.send(`${shopifyPath}/connections/${id}`, request);
    expect(await response.json()).toMatchObject({ id, health: { status: 'unchecked' } });
    expect(host.emulator.data.activations).toEqual(activations);
  });

  it.each([
    ['another user’s', connections.carlaShipbobFailing],
    ['another system’s', connections.ameliaXero],
    ['the host’s own', connections.staticLoqate],
    ['none', madeUpId],
    ['nonsense', 'nonsense'],
  ])('to %s account answers as for one that does not exist', async (_, id) => {
    const host = createTestHost();
    const request = connect(typed, { method: 'PUT' });
    const answer = await host.send(`${shipbobPath}/connections/${id}`, request);
    const unknown = await host.send(`${shipbobPath}/connections/${madeUpId}`, request);
    expect(answer.status).toBe(404);
    expect(await readAll(answer)).toBe(await readAll(unknown));
    expect(countCalls(host, 'UpdateConnection') + countCalls(host, 'GetConnection')).toBe(0);
  });

  it('is done once for each key', async () => {
    const host = createTestHost();
    const request = connect(typed, { method: 'PUT' });
    const replies = await Promise.all([1, 2].map(() => host.send(leedsPath, request)));
    replies.push(await host.send(leedsPath, request));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(countCalls(host, 'UpdateConnection')).toBe(1);
    const other = { ...request, body: { name: 'x', credentials: [] } };
    expect((await host.send(leedsPath, other)).status).toBe(422);
  });

  it('is known to be done where the answer was lost after it', async () => {
    const host = createTestHost();
    host.emulator.faults.add({ operation: 'UpdateConnection', fault: { kind: 'dropAfter' } });
    const response = await host.send(leedsPath, connect(typed, { method: 'PUT' }));
    expect(response.status).toBe(200);
  });

  it.each<Fault>([{ kind: 'dropBefore' }, { kind: 'status', status: 500 }])(
    'is not known to be done where nothing changed: %j',
    async (fault) => {
      const host = createTestHost();
      host.emulator.faults.add({ operation: 'UpdateConnection', fault });
      const request = connect(typed, { method: 'PUT' });
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const response = await host.send(leedsPath, request);
        expect(await readProblem(response)).toMatchObject({ outcomeUnknown: true });
      }
      expect(countCalls(host, 'UpdateConnection')).toBe(1);
    },
  );

  it('is not known to be done where a part of the credentials is there in place of all', async () => {
    const host = createTestHost({
      intercept: (fetch) => async (request) => {
        if (request.method !== 'PUT') return fetch(request);
        const { url, method, headers } = request;
        const { credentials, ...rest } = (await request.json()) as { credentials: unknown[] };
        const body = JSON.stringify({ ...rest, credentials: credentials.slice(0, 1) });
        await fetch(new Request(url, { method, headers, body }));
        throw new TypeError('fetch failed');
      },
    });
    const response = await host.send(leedsPath, connect(typed, { method: 'PUT' }));
    expect(await readProblem(response)).toMatchObject({ outcomeUnknown: true });
    expect(countCalls(host, 'UpdateConnection')).toBe(1);
  });

  it.each<[string, string | undefined, string | undefined]>([
    ['moves to the address that is given', ' eu.shipbob.com/v2 ', 'https://eu.shipbob.com'],
    ['keeps its address where none is given', undefined, undefined],
    ['keeps its address where it is left empty', '  ', undefined],
  ])('%s', async (_, baseUrl, moved) => {
    const host = createTestHost({ options: { integrations: withAddresses('required') } });
    const before = new URL(find(host, connections.ameliaShipbobLeeds)?.baseUrl ?? '').origin;
    const input = { ...typed, ...(baseUrl !== undefined && { baseUrl }) };
    const response = await host.send(leedsPath, connect(input, { method: 'PUT' }));
    expect(response.status).toBe(200);
    expect(find(host, connections.ameliaShipbobLeeds)?.baseUrl).toBe(moved ?? before);
  });

  it('is refused to an address outside of the host’s domains', async () => {
    const host = createTestHost({ options: { integrations: withAddresses('optional') } });
    const input = { ...typed, baseUrl: 'https://evil.example' };
    const response = await host.send(leedsPath, connect(input, { method: 'PUT' }));
    expect(await readProblem(response)).toMatchObject({ fields: [{ path: '/baseUrl' }] });
    expect(countCalls(host, 'UpdateConnection')).toBe(0);
  });

  it('is refused with the place of what is wrong', async () => {
    const host = createTestHost();
    const fields = [{ field: 'credentials[0].credential', message: 'is expired' }];
    const fault = { kind: 'status', status: 422, message: 'no', fields } as const;
    host.emulator.faults.add({ operation: 'UpdateConnection', fault });
    const response = await host.send(leedsPath, connect(typed, { method: 'PUT' }));
    expect(await readProblem(response)).toMatchObject({ fields: [{ path: '/credentials/0' }] });
  });
});
