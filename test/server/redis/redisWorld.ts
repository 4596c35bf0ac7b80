import { createEmulator, type Emulator, exampleData, exampleIds } from '../../../src/emulator.js';
import type { Runtime } from '../../../src/server/runtime.js';
import { createRedisIdempotencyStore } from '../../../src/serverRedis.js';
import { createTestHost, type PlatformFetch, type TestHost } from '../../support/host.js';
import { passTime, type RedisConnection } from '../../support/redisServer.js';
import { activateSlack, slackActivationsPath } from '../example.js';

export interface ProcessOptions {
  /** Stands between this process and the platform. */
  readonly intercept?: (fetch: PlatformFetch) => PlatformFetch;
  readonly runtime?: Partial<Runtime>;
  /** How long its requests wait at the most. Default: longer than any test. */
  readonly timeoutMs?: number;
  /** How long it looks for a lost outcome, and a repeat for the first one's. Default 250. */
  readonly settleMs?: number;
}

/** Processes of one host: one platform, one Redis, real time, short waits. */
export interface RedisWorld {
  readonly emulator: Emulator;
  createProcess(options?: ProcessOptions): TestHost;
  /** Whoever worked on something longer than that counts as dead. */
  endLeases(): Promise<void>;
  countActivations(): number;
  countCalls(): number;
}

let worlds = 0;

export function createRedisWorld(client: RedisConnection): RedisWorld {
  const emulator = createEmulator({ data: exampleData() });
  const prefix = `world-${(worlds += 1)}:`;
  return {
    emulator,
    createProcess: ({ timeoutMs = 20_000, settleMs = 250, ...options } = {}) =>
      createTestHost({
        ...options,
        emulator,
        platform: { timeoutMs },
        options: { settleMs, idempotencyStore: createRedisIdempotencyStore({ client, prefix }) },
      }),
    endLeases: () => passTime(client, 120_000),
    countActivations: () =>
      emulator.data.activations.filter(({ userId }) => userId === exampleIds.users.amelia.id)
        .length,
    countCalls: () =>
      emulator.requests.filter(({ operation }) => operation === 'ActivateUser').length,
  };
}

/** Amelia activates "Slack alerts". */
export const activate = (host: TestHost, key: string = crypto.randomUUID()): Promise<Response> =>
  host.send(slackActivationsPath, activateSlack(key));

export async function readId(response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
}

export interface Gate {
  readonly promise: Promise<void>;
  open(): void;
}

export function createGate(): Gate {
  let open = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open: () => open() };
}
