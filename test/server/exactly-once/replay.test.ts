import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import { createMemoryIdempotencyStore, type IdempotencyStore } from '../../../src/server.js';
import { createTestHost, type TestHost } from '../../support/host.js';
import { createWorld, isActivateUser, type World } from './activationWorld.js';
import { activateSlack, readProblem, slackActivationsPath, slackChoice } from '../example.js';

const isGetEndUser = (request: Request): boolean =>
  /\/users\/[^/]+$/.test(new URL(request.url).pathname);

describe('a key that is repeated', () => {
  it('is answered like the first, however long the platform takes', async () => {
    const world = createWorld((fetch) => async (request) => {
      const { signal } = new AbortController();
      if (isGetEndUser(request)) await world.clock.sleep(4_000, signal);
      if (isActivateUser(request)) await world.clock.sleep(8_000, signal);
      return fetch(request);
    });
    const key = crypto.randomUUID();
    const both = await world.clock.run(
      Promise.all([1, 2].map(() => world.host.send(slackActivationsPath, activateSlack(key)))),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 200]);
    const [first, again] = await Promise.all(both.map((each) => each.json() as unknown));
    expect(again).toEqual(first);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it.each([
    ['cut off', { kind: 'truncated' }, 502],
    ['refused', { kind: 'status', status: 400 }, 500],
  ] as const)(
    'leaves the outcome unknown where the integration cannot be read: %s',
    async (_, fault, status) => {
      const world = createWorld();
      world.emulator.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropBefore' } });
      const key = crypto.randomUUID();
      await world.activate(key, world.other);
      world.emulator.faults.add({ operation: 'GetProject', fault });
      const again = await world.activate(key);
      expect(again.status).toBe(status);
      expect(await readProblem(again)).toMatchObject({ outcomeUnknown: true });
      expect(world.countCalls()).toBe(1);
    },
  );

  it('leaves the outcome unknown where the platform shows the list of another user', async () => {
    let isMixedUp = false;
    const world = createWorld((fetch) => async (request) => {
      const response = await fetch(request);
      if (!isMixedUp || request.method !== 'GET' || !request.url.endsWith('/activations')) {
        return response;
      }
      return new Response(
        (await response.text()).replaceAll('user-amelia', 'user-bashir'),
        response,
      );
    });
    const key = crypto.randomUUID();
    expect((await world.activate(key)).status).toBe(201);
    isMixedUp = true;
    const again = await world.activate(key);
    expect(again.status).toBe(500);
    expect(await readProblem(again)).toMatchObject({ outcomeUnknown: true });
  });

  it('leaves the outcome unknown where the store is away', async () => {
    const world = createWorld();
    let isAway = false;
    const store: IdempotencyStore = {
      ...world.store,
      claim: async (...parts) => {
        if (isAway) throw new Error('store down');
        return world.store.claim(...parts);
      },
    };
    const host = createTestHost({
      emulator: world.emulator,
      options: { idempotencyStore: store },
    });
    world.emulator.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropBefore' } });
    const key = crypto.randomUUID();
    await host.send(slackActivationsPath, activateSlack(key));
    isAway = true;
    const again = await host.send(slackActivationsPath, activateSlack(key));
    expect(await readProblem(again)).toMatchObject({ outcomeUnknown: true });
    expect(host.errors.at(-1)?.message).toBe('store down');
    expect(world.countCalls()).toBe(1);
  });

  it('is as good as new where the integration could not be read at first', async () => {
    const world = createWorld();
    world.emulator.faults.add({ operation: 'GetProject', fault: { kind: 'truncated' } });
    const key = crypto.randomUUID();
    const first = await world.activate(key);
    expect(first.status).toBe(502);
    expect(await readProblem(first)).not.toHaveProperty('outcomeUnknown');
    expect((await world.activate(key, world.other)).status).toBe(201);
    expect(world.countActivations()).toBe(1);
  });
});

describe('a key that is repeated while its first request stands still', () => {
  /** A world whose first process never comes back from a call. */
  function createStalledWorld(isStalled: (request: Request) => boolean): {
    world: World;
    countClaims: () => number;
  } {
    let [isFirst, claims] = [true, 0];
    const world = createWorld((fetch) => async (request) => {
      if (!isFirst || !isStalled(request)) return fetch(request);
      isFirst = false;
      return new Promise(() => {});
    });
    const { claim } = world.store;
    world.store.claim = (...parts) => {
      claims += 1;
      return claim(...parts);
    };
    return { world, countClaims: () => claims };
  }

  it('asks the store twice a second for what has become of it, for settleMs', async () => {
    const { world, countClaims } = createStalledWorld(isGetEndUser);
    const key = crypto.randomUUID();
    void world.host.send(slackActivationsPath, activateSlack(key));
    await world.clock.advance(1);
    const [claims, started] = [countClaims(), world.clock.now()];
    const again = await world.activate(key, world.other);
    expect(await readProblem(again)).toMatchObject({ outcomeUnknown: true });
    expect(world.clock.now() - started).toBe(5_000);
    // At once; again, when the time of waiting begins; then after each pause.
    expect(countClaims() - claims).toBe(2 + 10);
  });

  it('answers before its own time is over, where that is shorter', async () => {
    const { world } = createStalledWorld(isGetEndUser);
    const { emulator, store, clock } = world;
    const impatient = createTestHost({
      emulator,
      runtime: { now: clock.now, monotonicNow: clock.now, schedule: clock.schedule },
      options: { idempotencyStore: store, settleMs: 5_000 },
      platform: { timeoutMs: 3_000 },
    });
    const key = crypto.randomUUID();
    void world.host.send(slackActivationsPath, activateSlack(key));
    await clock.advance(1);
    const started = clock.now();
    const again = await world.activate(key, impatient);
    expect([again.status, clock.now() - started]).toEqual([503, 2_500]);
  });
});

describe('a key that is repeated after the platform credential was changed', () => {
  const newKey = 'the-organisations-second-key';

  function createRotatedHost({ emulator, store }: World): TestHost {
    emulator.data.apiKeys.push(newKey);
    return createTestHost({
      emulator,
      options: { idempotencyStore: store },
      platform: { auth: { type: 'apiKey', apiKey: newKey } },
    });
  }

  it('finds what it has activated', async () => {
    const world = createWorld();
    const key = crypto.randomUUID();
    expect((await world.activate(key)).status).toBe(201);
    const again = await createRotatedHost(world).send(slackActivationsPath, activateSlack(key));
    expect(again.status).toBe(200);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it('is refused with another body all the same', async () => {
    const world = createWorld();
    const key = crypto.randomUUID();
    await world.activate(key);
    const body = { connections: [], dynamicVariables: { channel: '#orders' } };
    const request = { ...activateSlack(key), body };
    const response = await createRotatedHost(world).send(slackActivationsPath, request);
    expect(response.status).toBe(422);
    expect(await readProblem(response)).toMatchObject({
      detail: expect.stringContaining('another body') as string,
    });
  });
});

it('keeps hashes of equal bodies apart in the store, by their keys', async () => {
  const world = createWorld();
  const hashes = new Set<string>();
  const store: IdempotencyStore = {
    ...world.store,
    claim: (key, options) => {
      hashes.add(options.bodyHash);
      return world.store.claim(key, options);
    },
  };
  const host = createTestHost({ emulator: world.emulator, options: { idempotencyStore: store } });
  const keys = [crypto.randomUUID(), crypto.randomUUID()];
  for (const key of keys) await host.send(slackActivationsPath, activateSlack(key));
  // Of each: the body's, and the key's own, which its lock and its credit bear.
  expect(hashes.size).toBe(4);
  for (const key of keys) expect([...hashes].join()).not.toContain(key);
});

describe('a new key', () => {
  const activate = (host: TestHost, user: string, choice = slackChoice): Promise<Response> => {
    const request = activateSlack();
    const body = { connections: [choice], dynamicVariables: {} };
    return host.send(slackActivationsPath, { ...request, user, body });
  };
  const countCalls = ({ emulator }: TestHost): number =>
    emulator.requests.filter(({ operation }) => operation === 'ActivateUser').length;

  it('is refused where the store has no room for it, and certainly nothing is sent', async () => {
    const store = createMemoryIdempotencyStore({ maxEntries: 1 });
    await store.claim('another', { bodyHash: '', leaseMs: 60_000 });
    const host = createTestHost({ options: { idempotencyStore: store } });
    const answer = await activate(host, 'user-amelia');
    expect([answer.status, answer.headers.get('Retry-After'), countCalls(host)]).toEqual([
      503,
      '60',
      0,
    ]);
    const problem = await readProblem(answer);
    expect(problem.detail).toBe('Too many activations are under way. Try again later.');
    expect(problem).not.toHaveProperty('outcomeUnknown');
    expect(host.errors).toEqual([expect.objectContaining({ name: 'IdempotencyStoreFull' })]);
  });

  it('is refused for a user with many open outcomes, and for nobody else', async () => {
    // A tenth of it is one.
    const store = createMemoryIdempotencyStore({ maxEntries: 10 });
    const host = createTestHost({ options: { idempotencyStore: store } });
    host.emulator.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropBefore' } });
    expect(await readProblem(await activate(host, 'user-amelia'))).toMatchObject({
      outcomeUnknown: true,
    });
    const refused = await activate(host, 'user-amelia');
    expect([refused.status, countCalls(host)]).toEqual([503, 1]);
    expect(await readProblem(refused)).not.toHaveProperty('outcomeUnknown');
    const existingConnectionId = exampleIds.connections.bashirSlack;
    const other = await activate(host, 'user-bashir', { ...slackChoice, existingConnectionId });
    expect(other.status).toBe(201);
  });
});
