import { describe, expect, it } from 'vitest';
import { createEmulator, exampleData, exampleIds, type Emulator } from '../../src/emulator.js';
import { createMemoryIdempotencyStore, type IdempotencyStore } from '../../src/server.js';
import { createTestHost, type PlatformFetch, type TestHost } from '../support/host.js';
import {
  activateShopify,
  activateSlack,
  readProblem,
  slackActivationsPath,
  environmentPath,
} from './example.js';
import { createTestClock, type TestClock } from './testClock.js';

interface World {
  readonly host: TestHost;
  /** Another process of the same host: the same store, the same platform. */
  readonly other: TestHost;
  readonly clock: TestClock;
  readonly emulator: Emulator;
  readonly store: IdempotencyStore;
  /** Amelia activates "Slack alerts"; time passes as it is needed. */
  activate(key: string, host?: TestHost): Promise<Response>;
  countActivations(): number;
  countCalls(): number;
}

function createWorld(intercept?: (fetch: PlatformFetch) => PlatformFetch): World {
  const clock = createTestClock(Date.now());
  const emulator = createEmulator({ data: exampleData() });
  const store = createMemoryIdempotencyStore({ now: clock.now });
  const shared = {
    emulator,
    runtime: { now: clock.now, sleep: clock.sleep, random: () => 0.5 },
    options: { idempotencyStore: store, settleMs: 5_000 },
    ...(intercept && { intercept }),
  };
  const host = createTestHost(shared);
  return {
    host,
    other: createTestHost(shared),
    clock,
    emulator,
    store,
    activate: (key, by = host) => clock.run(by.send(slackActivationsPath, activateSlack(key))),
    countActivations: () =>
      emulator.data.activations.filter(({ userId }) => userId === exampleIds.users.amelia.id)
        .length,
    countCalls: () =>
      emulator.requests.filter(({ operation }) => operation === 'ActivateUser').length,
  };
}

const isActivateUser = (request: Request): boolean =>
  request.method === 'POST' && request.url.endsWith('/activations');

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

const idOf = async (response: Response): Promise<unknown> => {
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
};

describe('one key activates once', () => {
  it('answers 201 first, 200 with the activation read afresh when repeated', async () => {
    const world = createWorld();
    const key = crypto.randomUUID();
    const first = await world.activate(key);
    const again = await world.activate(key.toUpperCase());
    const elsewhere = await world.activate(key, world.other);
    expect([first.status, again.status, elsewhere.status]).toEqual([201, 200, 200]);
    const id = await idOf(first);
    expect([await idOf(again), await idOf(elsewhere)]).toEqual([id, id]);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it('holds for repeats at once, in one process and in two', async () => {
    const world = createWorld();
    const key = crypto.randomUUID();
    const send = (host: TestHost): Promise<Response> =>
      host.send(slackActivationsPath, activateSlack(key));
    const { host, other } = world;
    const answers = await world.clock.run(Promise.all([host, host, other, other, host].map(send)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 201]);
    const ids = await Promise.all(answers.map(idOf));
    expect(new Set(ids).size).toBe(1);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it('gives repeats at once the same refusal, from one call', async () => {
    const world = createWorld((fetch) => async (request) => {
      // As over a network: the repeat arrives while the first is on its way.
      for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
      return fetch(request);
    });
    const request = activateShopify({ warehouseCode: 'no' });
    const path = `${environmentPath('shopifyOrders')}/activations`;
    const send = (): Promise<Response> => world.host.send(path, request);
    const answers = await world.clock.run(Promise.all([send(), send()]));
    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
    expect(await answers[0]?.text()).toBe(await answers[1]?.text());
    expect(world.countCalls()).toBe(1);
  });

  it('answers 422 to the same key with another body', async () => {
    const world = createWorld();
    const key = crypto.randomUUID();
    await world.activate(key);
    const { body, ...request } = activateSlack(key);
    const other = { ...Object(body), dynamicVariables: { a: 1 } } as object;
    const response = await world.host.send(slackActivationsPath, { ...request, body: other });
    expect(response.status).toBe(422);
    expect(world.countActivations()).toBe(1);
  });

  it('takes members in another order for the same body', async () => {
    const world = createWorld();
    const key = crypto.randomUUID();
    const path = `${environmentPath('shopifyOrders')}/activations`;
    const variables = { warehouseCode: 'LDN-2', orderStatus: 'paid', batchSize: 10 };
    const turned = Object.fromEntries(Object.entries(variables).toReversed());
    await world.clock.run(world.host.send(path, activateShopify(variables, key)));
    const again = await world.clock.run(world.host.send(path, activateShopify(turned, key)));
    expect(again.status).toBe(200);
  });

  it('is another key for another user, and for another environment', async () => {
    const world = createWorld();
    const key = crypto.randomUUID();
    await world.activate(key);
    const path = `${environmentPath('shopifyOrders')}/activations`;
    const elsewhere = await world.clock.run(world.host.send(path, activateShopify(undefined, key)));
    expect(elsewhere.status).toBe(201);
    const { body, ...request } = activateSlack(key);
    const choice = {
      connectionTemplateId: exampleIds.templates.slackAlerts.slack,
      existingConnectionId: exampleIds.connections.bashirSlack,
    };
    expect(body).not.toEqual({});
    const bashir = await world.clock.run(
      world.host.send(slackActivationsPath, {
        ...request,
        user: 'user-bashir',
        body: { connections: [choice], dynamicVariables: {} },
      }),
    );
    expect(bashir.status).toBe(201);
  });

  it('lets two keys make two activations', async () => {
    const world = createWorld();
    const send = (): Promise<Response> => world.host.send(slackActivationsPath, activateSlack());
    const answers = await world.clock.run(Promise.all([send(), send()]));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(world.countActivations()).toBe(2);
  });

  it('says 409 where the activation was ended since', async () => {
    const world = createWorld();
    const key = crypto.randomUUID();
    await world.activate(key);
    world.emulator.data.activations.length = 0;
    expect((await world.activate(key)).status).toBe(409);
    expect(world.countCalls()).toBe(1);
  });

  it('keeps no variable in the store', async () => {
    const kept: unknown[] = [];
    const store = createMemoryIdempotencyStore();
    const watched: IdempotencyStore = {
      claim: (...parts) => (kept.push(parts), store.claim(...parts)),
      save: (...parts) => (kept.push(parts), store.save(...parts)),
      release: (...parts) => store.release(...parts),
    };
    const host = createTestHost({ options: { idempotencyStore: watched } });
    const variables = {
      warehouseCode: 'LDN-2',
      orderStatus: 'paid',
      batchSize: 10,
      webhookSecret: 'hunter2hunter2',
    };
    const path = `${environmentPath('shopifyOrders')}/activations`;
    expect((await host.send(path, activateShopify(variables))).status).toBe(201);
    expect(kept.length).toBeGreaterThan(3);
    expect(JSON.stringify(kept)).not.toMatch(/LDN-2|hunter2|user-amelia/);
  });
});

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

describe('what the platform provably did not process', () => {
  it('is sent again after 429, when the platform says', async () => {
    const world = createWorld();
    const fault = { kind: 'rateLimited', retryAfterSeconds: 2 } as const;
    world.emulator.faults.add({ operation: 'ActivateUser', fault });
    const started = world.clock.now();
    expect((await world.activate(crypto.randomUUID())).status).toBe(201);
    expect(world.clock.now() - started).toBeGreaterThanOrEqual(2_000);
    expect([world.countCalls(), world.countActivations()]).toEqual([2, 1]);
  });

  it('answers 429 where waiting would take too long, and the key can be used again', async () => {
    const world = createWorld();
    const fault = { kind: 'rateLimited', retryAfterSeconds: 60 } as const;
    world.emulator.faults.add({ operation: 'ActivateUser', fault });
    const key = crypto.randomUUID();
    const response = await world.activate(key);
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '60']);
    expect(await readProblem(response)).toMatchObject({
      retryAfterSeconds: 60,
      code: 'rateLimited',
    });
    expect((await world.activate(key)).status).toBe(201);
  });

  it('is sent again where no connection was made', async () => {
    let refusals = 1;
    const world = createWorld((fetch) => async (request) => {
      if (!isActivateUser(request) || refusals-- <= 0) return fetch(request);
      const cause = Object.assign(new Error('connect'), {
        code: 'ECONNREFUSED',
        syscall: 'connect',
      });
      throw new TypeError('fetch failed', { cause });
    });
    expect((await world.activate(crypto.randomUUID())).status).toBe(201);
    expect(world.countActivations()).toBe(1);
  });

  it('is not known from a connection that was reset', async () => {
    const world = createWorld((fetch) => async (request) => {
      if (!isActivateUser(request)) return fetch(request);
      const cause = Object.assign(new Error('read'), { code: 'ECONNRESET', syscall: 'read' });
      throw new TypeError('fetch failed', { cause });
    });
    const response = await world.activate(crypto.randomUUID());
    expect(await readProblem(response)).toMatchObject({ outcomeUnknown: true });
  });

  it('frees the key after a refusal', async () => {
    const world = createWorld();
    const key = crypto.randomUUID();
    const fault = { kind: 'status', status: 422, message: 'not now' } as const;
    world.emulator.faults.add({ operation: 'ActivateUser', fault });
    expect((await world.activate(key)).status).toBe(422);
    expect((await world.activate(key)).status).toBe(201);
  });
});

describe('processes that die, and stores that fail', () => {
  it('waits for the lock of a process that died until its lease ends', async () => {
    const world = createWorld();
    const dead = createTestHost({
      emulator: world.emulator,
      runtime: { now: world.clock.now, sleep: world.clock.sleep },
      options: {
        settleMs: 5_000,
        idempotencyStore: {
          ...world.store,
          release: async () => {},
        },
      },
    });
    expect((await world.activate(crypto.randomUUID(), dead)).status).toBe(201);
    const key = crypto.randomUUID();
    const blocked = await world.activate(key);
    expect([blocked.status, blocked.headers.has('Retry-After')]).toEqual([503, true]);
    expect(await readProblem(blocked)).not.toHaveProperty('outcomeUnknown');
    await world.clock.advance(60_000);
    expect((await world.activate(key)).status).toBe(201);
    expect(world.countActivations()).toBe(2);
  });

  it('does not send once another process has taken the key over', async () => {
    const world = createWorld();
    const overtaken: IdempotencyStore = { ...world.store, save: async () => false };
    const host = createTestHost({
      emulator: world.emulator,
      options: { idempotencyStore: overtaken },
    });
    const response = await host.send(slackActivationsPath, activateSlack());
    expect(await readProblem(response)).toMatchObject({ outcomeUnknown: true });
    expect(world.countCalls()).toBe(0);
  });

  it('says that the outcome is unknown where the store fails after the call', async () => {
    const world = createWorld();
    let saves = 0;
    const failing: IdempotencyStore = {
      ...world.store,
      save: async (...parts) => {
        if ((saves += 1) > 1) throw new Error('store down');
        return world.store.save(...parts);
      },
    };
    const host = createTestHost({
      emulator: world.emulator,
      options: { idempotencyStore: failing },
    });
    const key = crypto.randomUUID();
    const response = await host.send(slackActivationsPath, activateSlack(key));
    expect(await readProblem(response)).toMatchObject({ outcomeUnknown: true });
    expect((await world.activate(key)).status).toBe(200);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });
});
