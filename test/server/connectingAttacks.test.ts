import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { exampleIds, type Fault } from '../../src/emulator.js';
import type { CredentialInput } from '../../src/domain/credential.js';
import {
  createTestHost,
  exampleIntegrations,
  type HostRequest,
  type TestHost,
} from '../support/host.js';
import {
  connect,
  shipbobCredentials,
  shipbobPath,
  signIn,
  slackPath,
  startSignIn,
} from './connectExample.js';
import { environmentPath, madeUpId, readAll } from './example.js';

const { connections, templates } = exampleIds;
const madeKey = '3b241101-e2bb-4255-8caf-4136c566a962';
const typed = { name: 'Dock', credentials: shipbobCredentials };

/** Every way in which a write can go, with what was typed on its way. */
const faults: readonly (Fault | null)[] = [
  null,
  { kind: 'status', status: 422, message: 'canary-typed-key is no key' },
  { kind: 'status', status: 409, message: 'taken: canary-key-pem' },
  { kind: 'status', status: 500, message: 'canary-cert-pem' },
  { kind: 'dropBefore' },
  { kind: 'dropAfter' },
  { kind: 'truncated' },
  { kind: 'html' },
];

describe('what was typed', () => {
  it.each(faults)('is in no answer, header, log line or error: %j', async (fault) => {
    const host = createTestHost();
    const leeds = `${shipbobPath}/connections/${connections.ameliaShipbobLeeds}`;
    for (const operation of ['CreateConnection', 'UpdateConnection'] as const) {
      if (fault !== null) host.emulator.faults.add({ operation, fault, times: 2 });
    }
    const answers = [
      await readAll(await host.send(`${shipbobPath}/connections`, connect(typed))),
      await readAll(await host.send(leeds, connect(typed, { method: 'PUT' }))),
      await readAll(await host.send(`${shipbobPath}/connections`)),
    ];
    const told = [
      host.logs,
      host.errors.map((each) => inspect(each, { depth: 9, showHidden: true })),
    ];
    expect(JSON.stringify([answers, told])).not.toMatch(/canary|typed/);
  });

  it('is in no record of the store', async () => {
    const records: unknown[] = [];
    const { createMemoryIdempotencyStore } = await import('../../src/server.js');
    const store = createMemoryIdempotencyStore();
    const host = createTestHost({
      options: {
        idempotencyStore: {
          claim: (...all) => (records.push(all), store.claim(...all)),
          save: (...all) => (records.push(all), store.save(...all)),
          release: (...all) => (records.push(all), store.release(...all)),
        },
      },
    });
    await host.send(`${shipbobPath}/connections`, connect(typed));
    await host.send(
      `${slackPath}/connections`,
      connect({ credentials: [await signIn(host, slackPath)] }),
    );
    expect(records.length).toBeGreaterThan(4);
    expect(JSON.stringify(records)).not.toMatch(/canary|Dock|user-amelia|code/);
  });

  it('is not in the address of anything that is asked', async () => {
    const host = createTestHost();
    await host.send(`${shipbobPath}/connections`, connect(typed));
    expect(host.emulator.requests.map(({ url }) => url).join()).not.toMatch(/canary/);
  });
});

describe('somebody who guesses learns nothing', () => {
  async function observe(path: string, request: HostRequest): Promise<unknown> {
    const host = createTestHost();
    const answer = await readAll(await host.send(path, request));
    return {
      answer,
      calls: host.emulator.requests.map(({ method, url }) => `${method} ${url}`).toSorted(),
    };
  }

  const { shipbob, loqate } = templates.warehouseSync;
  const start = { method: 'POST', body: { schemeIndex: 0 } };

  it.each<[string, (id: string) => string, HostRequest]>([
    [
      'a managed template',
      (id) => `${environmentPath('warehouseSync')}/templates/${id}/authorizations`,
      start,
    ],
    [
      'connecting to one',
      (id) => `${environmentPath('warehouseSync')}/templates/${id}/connections`,
      connect(typed, { key: madeKey }),
    ],
  ])('of %s', async (_, toPath, request) => {
    expect(await observe(toPath(loqate), request)).toEqual(
      await observe(toPath(madeUpId), request),
    );
  });

  it.each<[string, HostRequest]>([
    ['sign in again', connect(typed, { method: 'PUT', key: madeKey })],
    ['remove', { method: 'DELETE' }],
  ])('of another user’s connection, when they try to %s', async (_, request) => {
    const toPath = (id: string): string =>
      `${environmentPath('warehouseSync')}/templates/${shipbob}/connections/${id}`;
    const real = await observe(toPath(connections.carlaShipbobFailing), request);
    expect(real).toEqual(await observe(toPath(madeUpId), request));
  });
});

describe('a page of another site', () => {
  const foreign = { Origin: 'https://evil.example' };

  it.each<[string, string, HostRequest]>([
    ['make', `${shipbobPath}/connections`, connect(typed)],
    [
      'change',
      `${shipbobPath}/connections/${connections.ameliaShipbobLeeds}`,
      connect(typed, { method: 'PUT' }),
    ],
    [
      'remove',
      `${shipbobPath}/connections/${connections.ameliaShipbobLeeds}`,
      { method: 'DELETE' },
    ],
    ['begin', `${slackPath}/authorizations`, { method: 'POST', body: { schemeIndex: 0 } }],
  ])('cannot %s anything', async (_, path, request) => {
    const host = createTestHost();
    const headers = { ...request.headers, ...foreign };
    expect((await host.send(path, { ...request, headers })).status).toBe(403);
    expect(host.emulator.requests).toEqual([]);
  });
});

describe('a browser decides on nothing but what was typed', () => {
  async function refuse(host: TestHost, body: object, path = shipbobPath): Promise<void> {
    const response = await host.send(`${path}/connections`, { ...connect(typed), body });
    expect(response.status).toBe(422);
    expect(host.emulator.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  }

  it.each([
    { externalId: 'user-carla' },
    { authSchemeConfig: {} },
    { variables: [] },
    { connectionTemplateId: madeUpId },
    { baseUrl: 'https://evil.example' },
  ])('and is refused with %j', async (more) => {
    await refuse(createTestHost(), { ...typed, ...more });
    expect.hasAssertions();
  });

  it('and connects nothing where the host lets nobody', async () => {
    const integrations = exampleIntegrations.map((each) => ({
      ...each,
      templates: { [templates.slackAlerts.slack]: { connect: false as const } },
    }));
    const host = createTestHost({ options: { integrations } });
    await expect(startSignIn(host, slackPath)).rejects.toThrow('409');
    const credential: CredentialInput = { kind: 'none' };
    const response = await host.send(
      `${slackPath}/connections`,
      connect({ credentials: [credential] }),
    );
    expect(response.status).toBe(409);
    expect(host.emulator.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
