import { createEmulator, exampleData, exampleIds, type Emulator } from '../../../src/emulator.js';
import { createMemoryIdempotencyStore, type IdempotencyStore } from '../../../src/server.js';
import { createTestHost, type PlatformFetch, type TestHost } from '../../support/host.js';
import { activateSlack, slackActivationsPath } from '../example.js';
import { createTestClock, type TestClock } from '../testClock.js';

/** Two processes of a host over one platform, one store and one clock. */
export interface World {
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

export function createWorld(intercept?: (fetch: PlatformFetch) => PlatformFetch): World {
  const clock = createTestClock(Date.now());
  const emulator = createEmulator({ data: exampleData() });
  const store = createMemoryIdempotencyStore({ now: clock.now });
  const shared = {
    emulator,
    runtime: {
      now: clock.now,
      monotonicNow: clock.now,
      schedule: clock.schedule,
      random: () => 0.5,
    },
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

export const isActivateUser = (request: Request): boolean =>
  request.method === 'POST' && request.url.endsWith('/activations');
