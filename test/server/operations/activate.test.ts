import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import { createMemoryIdempotencyStore, type IdempotencyStore } from '../../../src/server.js';
import { createTestHost, type TestHost } from '../../support/host.js';
import { createWorld, isActivateUser } from '../exactly-once/activationWorld.js';
import {
  activateShopify,
  activateSlack,
  environmentPath,
  readProblem,
  slackActivationsPath,
} from '../example.js';

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

  it('answers 422 to the same key with another connection', async () => {
    const world = createWorld();
    const key = crypto.randomUUID();
    const path = `${environmentPath('shopifyOrders')}/activations`;
    const request = activateShopify(undefined, key);
    expect((await world.clock.run(world.host.send(path, request))).status).toBe(201);
    const { ameliaShopifyUk, ameliaShopifyEu } = exampleIds.connections;
    const body: unknown = JSON.parse(
      JSON.stringify(request.body).replace(ameliaShopifyUk, ameliaShopifyEu),
    );
    expect((await world.host.send(path, { ...request, body })).status).toBe(422);
    expect(world.countCalls()).toBe(1);
  });

  it('answers 422 to another body while the first is on its way, which goes on', async () => {
    const world = createWorld((fetch) => async (request) => {
      await world.clock.sleep(100, request.signal);
      return fetch(request);
    });
    const { body, ...request } = activateSlack();
    const other = { ...Object(body), dynamicVariables: { a: 1 } } as object;
    const answers = await world.clock.run(
      Promise.all(
        [body, other].map((each) =>
          world.host.send(slackActivationsPath, { ...request, body: each }),
        ),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 422]);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
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
    const { activations } = world.emulator.data;
    activations.length = 0;
    await world.activate(crypto.randomUUID());
    expect((await world.activate(key)).status).toBe(409);
    expect(world.countCalls()).toBe(2);
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
      runtime: {
        now: world.clock.now,
        monotonicNow: world.clock.now,
        schedule: world.clock.schedule,
      },
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
