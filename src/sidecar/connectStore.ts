import type { IdempotencyStore } from '../server/exactly-once/idempotencyStore.js';
import { createRedisIdempotencyStore } from '../server/redis/createRedisIdempotencyStore.js';
import { ConfigError } from './configError.js';
import type { SidecarConfig } from './sidecarConfig.js';

export interface ConnectedStore {
  /** `undefined`: the handler's own, in memory. */
  readonly store: IdempotencyStore | undefined;
  isReady(): boolean;
  close(): Promise<void>;
}

/** @throws {ConfigError} where Redis is not installed, or does not answer. */
export async function connectStore(
  config: SidecarConfig['idempotencyStore'],
  onError: (error: Error) => void,
): Promise<ConnectedStore> {
  if (config.kind === 'memory') {
    return { store: undefined, isReady: () => true, close: () => Promise.resolve() };
  }
  const { createClient } = await importRedis();
  const client = createClient({ url: config.url });
  client.on('error', onError);
  await connect(client);
  return {
    store: createRedisIdempotencyStore({ client }),
    isReady: () => client.isReady,
    close: async () => client.destroy(),
  };
}

async function importRedis(): Promise<typeof import('redis')> {
  try {
    return await import('redis');
  } catch (cause) {
    throw new ConfigError(
      'idempotencyStore is "redis", and the package redis is not installed: npm install redis@5.',
      { cause },
    );
  }
}

/** How long the start waits for Redis, milliseconds. */
const connectMs = 5_000;

async function connect(client: {
  connect: () => Promise<unknown>;
  destroy: () => void;
}): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), connectMs);
  });
  try {
    await Promise.race([client.connect(), late]);
  } catch (cause) {
    client.destroy();
    throw new ConfigError('idempotencyStore.url: Redis does not answer there.', { cause });
  } finally {
    clearTimeout(timer);
  }
}
