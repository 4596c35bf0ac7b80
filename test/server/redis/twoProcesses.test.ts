import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestHost } from '../../support/host.js';
import {
  type RedisConnection,
  type RedisServer,
  startRedisServer,
} from '../../support/redisServer.js';
import { isActivateUser } from '../exactly-once/activationWorld.js';
import { connect, countCalls, signIn, slackPath } from '../connectExample.js';
import { activateSlack, readProblem, slackActivationsPath } from '../example.js';
import { activate, createRedisWorld, readId, type RedisWorld } from './redisWorld.js';

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

describe('two processes on one Redis', () => {
  it('activate once for one key, at once and later', async () => {
    const patient = { settleMs: 10_000 };
    const [one, other] = [world.createProcess(patient), world.createProcess(patient)];
    const key = crypto.randomUUID();
    const hosts = [one, other, other, one, other];
    const answers = await Promise.all(hosts.map((host) => activate(host, key)));
    const later = await activate(other, key);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 201]);
    expect(later.status).toBe(200);
    const ids = await Promise.all([...answers, later].map(readId));
    expect(new Set(ids).size).toBe(1);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it('refuse the same key with another body', async () => {
    const [one, other] = [world.createProcess(), world.createProcess()];
    const key = crypto.randomUUID();
    expect((await activate(one, key)).status).toBe(201);
    const { body, ...request } = activateSlack(key);
    const changed = { ...Object(body), dynamicVariables: { channel: '#orders' } } as object;
    const answer = await other.send(slackActivationsPath, { ...request, body: changed });
    expect(answer.status).toBe(422);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it('make two activations for two keys with equal input, though both answers are lost', async () => {
    const [one, other] = [world.createProcess(), world.createProcess()];
    const fault = { kind: 'dropAfter' } as const;
    world.emulator.faults.add({ operation: 'ActivateUser', fault, times: 2 });
    const keys = [crypto.randomUUID(), crypto.randomUUID()] as const;
    const firsts = await Promise.all([activate(one, keys[0]), activate(other, keys[1])]);
    expect(firsts.map(({ status }) => status)).toEqual([201, 201]);
    const ids = await Promise.all(firsts.map(readId));
    const again = await Promise.all([activate(other, keys[0]), activate(one, keys[1])]);
    expect(await Promise.all(again.map(readId))).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
    expect([world.countCalls(), world.countActivations()]).toEqual([2, 2]);
  });

  it('exchange the code of one sign-in once, whichever of them it reaches', async () => {
    const [one, other] = [world.createProcess(), world.createProcess()];
    const credentials = [await signIn(one, slackPath)];
    const send = (host: TestHost): Promise<Response> =>
      host.send(`${slackPath}/connections`, connect({ credentials }));
    const replies = await Promise.all([one, other, one, other].map(send));
    const statuses = replies.map(({ status }) => status).toSorted();
    expect([...statuses, (await send(other)).status]).toEqual([201, 422, 422, 422, 422]);
    expect(countCalls(one, 'CreateConnection')).toBe(1);
  });

  it('find what a broken call commits after its answer was given', async () => {
    let sent: Request | undefined;
    const one = world.createProcess({
      intercept: (fetch) => async (request) => {
        if (!isActivateUser(request)) return fetch(request);
        sent = new Request(request.clone(), { signal: null });
        throw new TypeError('fetch failed');
      },
    });
    const other = world.createProcess();
    const key = crypto.randomUUID();
    const broken = await activate(one, key);
    expect(await readProblem(broken)).toMatchObject({ outcomeUnknown: true });
    expect(await readProblem(await activate(other, key))).toMatchObject({ outcomeUnknown: true });
    expect(sent).toBeDefined();
    if (sent !== undefined) await world.emulator.fetch(sent);
    const found = await activate(other, key);
    expect(found.status).toBe(200);
    expect(await readId(await activate(one, key))).toBe(await readId(found));
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it('send nothing while Redis is away, and say so to the host', async () => {
    const lost = await redis.connect();
    const host = createRedisWorld(lost).createProcess();
    lost.destroy();
    const answer = await activate(host);
    expect(answer.status).toBe(500);
    // Whether the key was used before is what nobody can say without Redis.
    expect(await readProblem(answer)).toMatchObject({ outcomeUnknown: true });
    expect(host.errors).toHaveLength(1);
    expect(host.emulator.requests.map(({ operation }) => operation)).not.toContain('ActivateUser');
  });
});
