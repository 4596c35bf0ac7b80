import { describe, expect, it } from 'vitest';
import type { IdempotencyStore } from '../../../src/server.js';
import { createTestHost, type TestHost } from '../../support/host.js';
import { createWorld, type World } from './activationWorld.js';
import { activateSlack, readProblem, slackActivationsPath } from '../example.js';

/** A host whose store never gives anything back. */
function createKeepingHost({ store, emulator }: World): TestHost {
  const release = async (): Promise<never> => {
    throw new Error('store down');
  };
  return createTestHost({ emulator, options: { idempotencyStore: { ...store, release } } });
}

describe('a store that cannot give back what was taken', () => {
  it('takes nothing from an answer that is known', async () => {
    const world = createWorld();
    const host = createKeepingHost(world);
    const key = crypto.randomUUID();
    expect((await host.send(slackActivationsPath, activateSlack(key))).status).toBe(201);
    // The lock, and what marked the intent as open.
    expect(host.errors.map(({ message }) => message)).toEqual(['store down', 'store down']);
    expect((await world.activate(key)).status).toBe(200);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it('takes nothing from the platform’s refusal', async () => {
    const world = createWorld();
    const host = createKeepingHost(world);
    const fault = { kind: 'status', status: 422, message: 'not now' } as const;
    world.emulator.faults.add({ operation: 'ActivateUser', fault });
    const response = await host.send(slackActivationsPath, activateSlack());
    expect(response.status).toBe(422);
    expect(await readProblem(response)).toMatchObject({ detail: 'not now' });
    expect(host.errors).toHaveLength(3);
  });

  it('takes nothing from what is wrong with the choice', async () => {
    const host = createKeepingHost(createWorld());
    const body = { connections: [], dynamicVariables: {} };
    const response = await host.send(slackActivationsPath, { ...activateSlack(), body });
    expect(response.status).toBe(422);
    expect(await readProblem(response)).toMatchObject({ fields: [{ path: '/connections' }] });
    expect(host.errors.map(({ message }) => message)).toEqual(['store down']);
  });
});

it('takes its claims for as long as all the calls of one activation may last', async () => {
  const world = createWorld();
  const leases: number[] = [];
  const store: IdempotencyStore = {
    ...world.store,
    claim: (key, options) => {
      leases.push(options.leaseMs);
      return world.store.claim(key, options);
    },
  };
  const host = createTestHost({
    emulator: world.emulator,
    options: { idempotencyStore: store, settleMs: 5_000 },
    platform: { timeoutMs: 10_000 },
  });
  expect((await host.send(slackActivationsPath, activateSlack())).status).toBe(201);
  expect(leases[0]).toBe(45_000);
});
