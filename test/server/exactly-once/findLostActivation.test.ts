import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import type { IdempotencyStore } from '../../../src/server.js';
import { createTestHost, type PlatformFetch } from '../../support/host.js';
import { createWorld, isActivateUser } from './activationWorld.js';
import {
  activateShopify,
  activateSlack,
  environmentPath,
  readProblem,
  slackActivationsPath,
} from '../example.js';

/** Breaks ActivateUser off; it is done only when the list was read `reads` times after that. */
function commitAfter(reads: number): (fetch: PlatformFetch) => PlatformFetch {
  const waiting: { request: Request; left: number }[] = [];
  return (fetch) => async (request) => {
    if (isActivateUser(request)) {
      waiting.push({ request: request.clone(), left: reads });
      throw new TypeError('fetch failed');
    }
    if (!request.url.includes('/activations')) return fetch(request);
    for (const each of [...waiting]) {
      each.left -= 1;
      if (each.left >= 0) continue;
      waiting.splice(waiting.indexOf(each), 1);
      await fetch(new Request(each.request, { signal: null }));
    }
    return fetch(request);
  };
}

describe('an outcome that was lost', () => {
  it.each([
    ['breaks off after it was done', { kind: 'dropAfter' }],
    ['is cut off', { kind: 'truncated' }],
  ] as const)('is found by looking, where the answer %s', async (_, fault) => {
    const world = createWorld();
    world.emulator.faults.add({ operation: 'ActivateUser', fault });
    const response = await world.activate(crypto.randomUUID());
    expect(response.status).toBe(201);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it('is found where it is done late, within settleMs', async () => {
    const world = createWorld(commitAfter(3));
    const started = world.clock.now();
    const response = await world.activate(crypto.randomUUID());
    expect(response.status).toBe(201);
    expect(world.clock.now() - started).toBeLessThanOrEqual(5_000);
    expect(world.countActivations()).toBe(1);
  });

  it.each([
    ['dropBefore', { kind: 'dropBefore' }, 503],
    ['a gateway’s page', { kind: 'html' }, 503],
    ['500', { kind: 'status', status: 500 }, 503],
    ['503', { kind: 'status', status: 503 }, 503],
    ['408', { kind: 'status', status: 408 }, 503],
    ['silence', { kind: 'hang' }, 504],
  ] as const)(
    'is said to be unknown after settleMs, and never sent again: %s',
    async (_, fault, status) => {
      const world = createWorld();
      world.emulator.faults.add({ operation: 'ActivateUser', fault });
      const key = crypto.randomUUID();
      const started = world.clock.now();
      const response = await world.activate(key);
      expect(response.status).toBe(status);
      expect(await readProblem(response)).toMatchObject({ outcomeUnknown: true });
      expect(world.clock.now() - started).toBeGreaterThanOrEqual(5_000);
      const again = await world.activate(key, world.other);
      expect(await readProblem(again)).toMatchObject({ outcomeUnknown: true });
      expect(world.countCalls()).toBe(1);
    },
  );

  it('is found by a repeat, in whichever process, once it was done', async () => {
    const world = createWorld(commitAfter(9));
    const key = crypto.randomUUID();
    expect((await world.activate(key)).status).toBe(503);
    const again = await world.activate(key, world.other);
    expect(again.status).toBe(200);
    expect((await world.activate(key)).status).toBe(200);
    expect([world.countCalls(), world.countActivations()]).toEqual([0 + 1, 1]);
  });

  it('is found by a repeat that others of the same user hold up for longer than settleMs', async () => {
    const sent: Request[] = [];
    const world = createWorld((fetch) => async (request) => {
      if (!isActivateUser(request)) return fetch(request);
      sent.push(new Request(request.clone(), { signal: null }));
      throw new TypeError('fetch failed');
    });
    const key = crypto.randomUUID();
    expect((await world.activate(key)).status).toBe(503);
    await Promise.all(sent.map(world.emulator.fetch));
    const freeAt = world.clock.now() + 7_000;
    const seen = new Set<string>();
    const busy: IdempotencyStore = {
      ...world.store,
      claim: async (name, options) => {
        seen.add(name);
        // The claim of a lock says which key it is for.
        const isBusy = seen.has(options.bodyHash) && world.clock.now() < freeAt;
        return isBusy
          ? { state: 'pending', bodyHash: 'another' }
          : world.store.claim(name, options);
      },
    };
    const held = createTestHost({
      emulator: world.emulator,
      runtime: {
        now: world.clock.now,
        monotonicNow: world.clock.now,
        schedule: world.clock.schedule,
      },
      options: { settleMs: 5_000, idempotencyStore: busy },
    });
    expect((await world.activate(key, held)).status).toBe(200);
    expect(world.countActivations()).toBe(1);
  });

  it('is tried anew with a new key, at the user’s press', async () => {
    const world = createWorld();
    world.emulator.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropBefore' } });
    await world.activate(crypto.randomUUID());
    expect((await world.activate(crypto.randomUUID())).status).toBe(201);
    expect(world.countActivations()).toBe(1);
  });

  it('is never credited with what was there before, or with what another key made', async () => {
    const world = createWorld();
    await world.activate(crypto.randomUUID());
    world.emulator.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropBefore' } });
    const lost = crypto.randomUUID();
    expect((await world.activate(lost)).status).toBe(503);
    expect((await world.activate(crypto.randomUUID())).status).toBe(201);
    const again = await world.activate(lost);
    expect(again.status).toBe(503);
    expect(world.countActivations()).toBe(2);
  });

  it('is never credited with an activation of other connections or variables', async () => {
    const world = createWorld();
    const path = `${environmentPath('shopifyOrders')}/activations`;
    const key = crypto.randomUUID();
    const send = (): Promise<Response> => world.host.send(path, activateShopify(undefined, key));
    world.emulator.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropBefore' } });
    expect((await world.clock.run(send())).status).toBe(503);
    const { amelia } = exampleIds.users;
    world.emulator.data.activations.push({
      id: '01JEXAMP1E000000ACT0000099',
      userId: amelia.id,
      environmentId: exampleIds.environments.shopifyOrders,
      connections: [
        {
          connectionTemplateId: exampleIds.templates.shopifyOrders.shopify,
          existingConnectionId: exampleIds.connections.ameliaShopifyUk,
        },
        {
          connectionTemplateId: exampleIds.templates.shopifyOrders.netsuite,
          existingConnectionId: exampleIds.connections.ameliaNetsuiteMain,
        },
      ],
      dynamicVariables: { warehouseCode: 'XXX-1', orderStatus: 'paid', batchSize: 10 },
    });
    expect((await world.clock.run(send())).status).toBe(503);
  });

  it('is not looked for in the list of another user', async () => {
    const world = createWorld((fetch) => {
      let wasSent = false;
      return async (request) => {
        const response = await fetch(request);
        if (isActivateUser(request)) {
          wasSent = true;
          throw new TypeError('fetch failed');
        }
        if (!wasSent || !request.url.endsWith('/activations')) return response;
        const list = (await response.text()).replaceAll('user-amelia', 'user-bashir');
        return new Response(list, response);
      };
    });
    const response = await world.activate(crypto.randomUUID());
    expect(response.status).toBe(500);
    expect(await readProblem(response)).toMatchObject({ outcomeUnknown: true });
    expect(world.host.errors.at(-1)?.message).toContain('another user');
  });

  it('is awaited and recorded, though the client hangs up', async () => {
    const world = createWorld();
    world.emulator.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropAfter' } });
    const key = crypto.randomUUID();
    const client = new AbortController();
    const request = { ...activateSlack(key), signal: client.signal };
    const answer = world.host.send(slackActivationsPath, request);
    client.abort();
    await world.clock.run(answer);
    expect((await world.activate(key)).status).toBe(200);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });
});
