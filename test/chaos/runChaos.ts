import { passTime, startRedisServer } from '../support/redisServer.js';
import { type Conclusion, concludeActivations, concludeConnections } from './conclude.js';
import { createChance } from './chance.js';
import { type ChaosClient, runClient } from './chaosClient.js';
import { createManyPeople } from '../support/manyPeople.js';
import { chaosIntegrations } from './chaosIntegrations.js';
import { runConnectionClient } from './connectionClient.js';
import { startFaultyPlatform } from './faultyPlatform.js';
import { startHostProcesses } from './hostProcesses.js';
import { startTroubles } from './troubles.js';

export interface ChaosOptions {
  /** Activations. */
  readonly intents: number;
  /** Accounts that are made, repaired and removed. */
  readonly connectionIntents: number;
  readonly clients: number;
  readonly seed: number;
  /** Milliseconds from one trouble to the next. */
  readonly troubleEveryMs: number;
}

const hostLimits = { timeoutMs: 2_000, settleMs: 500 };
const longestLeaseMs = 60_000;
const leaseMs = 3 * hostLimits.timeoutMs + hostLimits.settleMs + 10_000;

/** Two processes of a host on one Redis, a platform that fails, and people who do not wait. */
export async function runChaos(options: ChaosOptions): Promise<Conclusion> {
  const startedAt = Date.now();
  const { data, people } = createManyPeople(options.clients);
  const redis = await startRedisServer({ isDurable: true });
  const connection = await redis.connect();
  const platform = await startFaultyPlatform(data, createChance(options.seed));
  const hosts = await startHostProcesses(2, {
    ...hostLimits,
    redisUrl: redis.url,
    platformUrl: platform.baseUrl,
    organisationId: data.organisationId,
    apiKey: data.apiKeys[0] ?? '',
    integrations: chaosIntegrations,
  });
  try {
    const troubles = startTroubles({ hosts, redis, leaseMs, everyMs: options.troubleEveryMs });
    const clients = people.map((person, index) => {
      const chance = createChance(options.seed + index + 1);
      return { person, chance, origins: hosts.origins };
    });
    const [activating, connecting] = await Promise.all([
      runAll(clients, options.intents, runClient),
      runAll(clients, options.connectionIntents, runConnectionClient),
    ]);
    const troubled = await troubles.stop();
    // Whatever a process still works on ends with it; then nobody's leases are in the way.
    await Promise.all([hosts.killOne(0), hosts.killOne(1)]);
    await platform.calm();
    await passTime(connection, longestLeaseMs);
    const sequel = { people, hosts, platform };
    const activations = await concludeActivations(activating, sequel);
    const connections = await concludeConnections(connecting, sequel);
    return {
      breaches: [...activations.breaches, ...connections.breaches],
      figures: {
        ...activations.figures,
        ...connections.figures,
        'platform calls': platform.emulator.requests.length,
        ...Object.fromEntries(
          [...platform.faults].map(([kind, times]) => [`fault: ${kind}`, times]),
        ),
        ...troubled,
        seconds: Math.round((Date.now() - startedAt) / 1000),
      },
    };
  } finally {
    await hosts.stop();
    await platform.stop();
    await redis.stop();
  }
}

async function runAll<T>(
  clients: readonly ChaosClient[],
  count: number,
  run: (client: ChaosClient, count: number) => Promise<T[]>,
): Promise<T[]> {
  const each = Math.ceil(count / clients.length);
  return (await Promise.all(clients.map((client) => run(client, each)))).flat();
}
