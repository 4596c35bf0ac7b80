import { describe, expect, it } from 'vitest';
import { createEmulator, exampleData, exampleIds } from '../../../src/emulator.js';
import { createMemoryIdempotencyStore } from '../../../src/server.js';
import { createTestHost, type PlatformFetch, type TestHost } from '../../support/host.js';
import { isActivateUser } from './activationWorld.js';
import { activateSlack, readProblem, slackActivationsPath } from '../example.js';
import { createGate } from '../redis/redisWorld.js';
import { createTestClock, type TestClock } from '../testClock.js';

describe('a process that stood still for longer than its lease', () => {
  it('is told of its activation, which another intent with equal input leaves alone', async () => {
    const time = createTestClock(Date.now());
    const emulator = createEmulator({ data: exampleData() });
    const idempotencyStore = createMemoryIdempotencyStore({ now: time.now });
    const createProcess = (
      { now, schedule }: TestClock,
      activateUser: (request: Request) => Promise<Response>,
    ): TestHost =>
      createTestHost({
        emulator,
        runtime: { now, monotonicNow: now, schedule },
        options: { idempotencyStore, settleMs: 5_000 },
        intercept: (fetch: PlatformFetch) => (request) =>
          isActivateUser(request) ? activateUser(request) : fetch(request),
      });
    const [sent, awake, done, answered] = [createGate(), createGate(), createGate(), createGate()];
    // The clock of the one that stands still does so too.
    const slow = createProcess(createTestClock(time.now()), async (request) => {
      sent.open();
      await awake.promise;
      const response = await emulator.fetch(request);
      done.open();
      await answered.promise;
      return response;
    });
    const quick = createProcess(time, async () => {
      awake.open();
      await done.promise;
      throw new TypeError('fetch failed');
    });
    const late = slow.send(slackActivationsPath, activateSlack());
    await sent.promise;
    await time.advance(60_000);
    const found = await time.run(quick.send(slackActivationsPath, activateSlack()));
    answered.open();
    expect(await readProblem(found)).toMatchObject({ outcomeUnknown: true });
    expect((await late).status).toBe(201);
    const { amelia } = exampleIds.users;
    const made = emulator.data.activations.filter(({ userId }) => userId === amelia.id);
    expect(made).toHaveLength(1);
  });
});

describe('an activation that another intent has claimed', () => {
  it('is no success of the intent whose answer names it', async () => {
    const store = createMemoryIdempotencyStore();
    let wasSent = false;
    const host = createTestHost({
      options: {
        // A store that lost its writes: the other intent saw nobody's mark.
        idempotencyStore: {
          ...store,
          claim: async (key, options) =>
            wasSent && options.isContinuation === true
              ? { state: 'done', bodyHash: 'another intent' }
              : store.claim(key, options),
        },
      },
      intercept: (fetch) => (request) => {
        wasSent ||= isActivateUser(request);
        return fetch(request);
      },
    });
    const answer = await host.send(slackActivationsPath, activateSlack());
    expect([answer.status, (await readProblem(answer)).outcomeUnknown]).toEqual([503, true]);
  });
});
