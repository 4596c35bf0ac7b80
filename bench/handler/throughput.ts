import { createClient } from 'redis';
import { createRedisIdempotencyStore } from '../../src/serverRedis.js';
import type { IdempotencyStore } from '../../src/server.js';
import type { Person } from '../../test/support/manyPeople.js';
import type { BenchClient } from './benchClient.js';

/** Activates and ends again, for each of these people at the same time; activations a second. */
export async function measureActivations(
  client: BenchClient,
  people: readonly Person[],
  rounds: number,
): Promise<number> {
  const startedAt = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(
      people.map(async (person) => client.deactivate(person, await client.activate(person))),
    );
  }
  return (rounds * people.length * 1000) / (performance.now() - startedAt);
}

/** The store of a host with several processes. */
export async function createSharedStore(url: string): Promise<IdempotencyStore> {
  const client = createClient({ url });
  await client.connect();
  return createRedisIdempotencyStore({ client });
}
