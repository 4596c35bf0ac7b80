import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlatformFetch } from '../../support/host.js';
import {
  type RedisConnection,
  type RedisServer,
  startRedisServer,
} from '../../support/redisServer.js';
import { isActivateUser } from '../exactly-once/activationWorld.js';
import { readProblem } from '../example.js';
import {
  activate,
  createGate,
  createRedisWorld,
  type Gate,
  type ProcessOptions,
  readId,
  type RedisWorld,
} from './redisWorld.js';

let redis: RedisServer;
let client: RedisConnection;
let world: RedisWorld;

beforeAll(async () => {
  redis = await startRedisServer();
  client = await redis.connect();
}, 600_000);

afterAll(() => redis.stop());

beforeEach(() => {
  world = createRedisWorld(client);
});

const isListOfActivations = (request: Request): boolean =>
  request.method === 'GET' && request.url.endsWith('/activations');

interface Point {
  readonly at: (request: Request) => boolean;
  /** Whether the platform does what it was asked for before the process stops. */
  readonly isDone: boolean;
}

const never = (): Promise<never> => new Promise(() => undefined);
const noTime = { schedule: () => () => undefined };

/** A process that stops for good at that call: nothing follows, not even a time limit. */
function dieAt({ at, isDone }: Point, died: Gate): ProcessOptions {
  return {
    runtime: noTime,
    intercept: (fetch) => async (request) => {
      if (!at(request)) return fetch(request);
      if (isDone) await fetch(request);
      died.open();
      return never();
    },
  };
}

/** A process that stands still at that call for as long as the gate is closed. */
function pauseAt(at: Point['at'], reached: Gate, gate: Gate): ProcessOptions {
  const intercept =
    (fetch: PlatformFetch): PlatformFetch =>
    async (request) => {
      if (!at(request)) return fetch(request);
      reached.open();
      await gate.promise;
      return fetch(new Request(request, { signal: null }));
    };
  return { intercept, runtime: noTime };
}

describe('a process that dies', () => {
  it('between the call and its answer: another finds what it has made', async () => {
    const died = createGate();
    const dead = world.createProcess(dieAt({ at: isActivateUser, isDone: true }, died));
    const other = world.createProcess();
    const key = crypto.randomUUID();
    void activate(dead, key);
    await died.promise;
    const early = await activate(world.createProcess({ timeoutMs: 3_000 }), key);
    expect(await readProblem(early)).toMatchObject({ outcomeUnknown: true });
    await world.endLeases();
    const later = await activate(other, key);
    expect(later.status).toBe(200);
    expect(await readId(later)).toBe(world.emulator.data.activations.at(-1)?.id);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it('in the middle of a call that came to nothing: nobody can tell, and nobody sends again', async () => {
    const died = createGate();
    const dead = world.createProcess(dieAt({ at: isActivateUser, isDone: false }, died));
    const other = world.createProcess();
    const key = crypto.randomUUID();
    void activate(dead, key);
    await died.promise;
    await world.endLeases();
    const repeated = await activate(other, key);
    expect(await readProblem(repeated)).toMatchObject({ outcomeUnknown: true });
    expect(world.countCalls()).toBe(0);
    expect((await activate(other)).status).toBe(201);
    expect(await readProblem(await activate(other, key))).toMatchObject({ outcomeUnknown: true });
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it('before the call: another takes its place once the lease has ended', async () => {
    const died = createGate();
    const dead = world.createProcess(dieAt({ at: isListOfActivations, isDone: false }, died));
    const other = world.createProcess();
    const key = crypto.randomUUID();
    void activate(dead, key);
    await died.promise;
    expect((await activate(other, key)).status).toBe(503);
    await world.endLeases();
    expect((await activate(other, key)).status).toBe(201);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });
});

describe('a process whose lease ends while it still works', () => {
  it('does not send any more what another has sent in its place', async () => {
    const [reached, gate] = [createGate(), createGate()];
    const slow = world.createProcess(pauseAt(isListOfActivations, reached, gate));
    const other = world.createProcess();
    const key = crypto.randomUUID();
    const late = activate(slow, key);
    await reached.promise;
    await world.endLeases();
    const quick = await activate(other, key);
    gate.open();
    expect(quick.status).toBe(201);
    expect(await readProblem(await late)).toMatchObject({ outcomeUnknown: true });
    expect((await activate(slow, key)).status).toBe(200);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it('is never doubled by another that sees its call under way', async () => {
    const [reached, gate] = [createGate(), createGate()];
    const slow = world.createProcess(pauseAt(isActivateUser, reached, gate));
    const other = world.createProcess();
    const key = crypto.randomUUID();
    const late = activate(slow, key);
    await reached.promise;
    await world.endLeases();
    expect(await readProblem(await activate(other, key))).toMatchObject({ outcomeUnknown: true });
    gate.open();
    const first = await late;
    const again = await activate(other, key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await readId(again)).toBe(await readId(first));
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it('leaves an activation to the key that made it, where another key asked for the same', async () => {
    const [reached, gate] = [createGate(), createGate()];
    const slow = world.createProcess(pauseAt(isActivateUser, reached, gate));
    const other = world.createProcess();
    const late = activate(slow);
    await reached.promise;
    await world.endLeases();
    const quick = await activate(other);
    gate.open();
    const ids = await Promise.all([quick, await late].map(readId));
    expect(new Set(ids).size).toBe(2);
    expect([world.countCalls(), world.countActivations()]).toEqual([2, 2]);
  });
});
