import { passTime, startRedisServer } from '../support/redisServer.js';
import { createChance } from './chance.js';
import { runClient } from './chaosClient.js';
import { createManyPeople, type Person } from '../support/manyPeople.js';
import { chaosIntegration, type FaultyPlatform, startFaultyPlatform } from './faultyPlatform.js';
import { findBreaches, toText } from './findBreaches.js';
import { type HostProcesses, startHostProcesses } from './hostProcesses.js';
import { type Intent, send } from './intent.js';
import { startTroubles } from './troubles.js';

export interface ChaosOptions {
  readonly intents: number;
  readonly clients: number;
  readonly seed: number;
  /** Milliseconds from one trouble to the next. */
  readonly troubleEveryMs: number;
}

export interface ChaosResult {
  readonly breaches: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

const hostLimits = { timeoutMs: 2_000, settleMs: 500 };
const longestLeaseMs = 60_000;
const leaseMs = 3 * hostLimits.timeoutMs + hostLimits.settleMs + 10_000;

/** Two processes of a host on one Redis, a platform that fails, and people who do not wait. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
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
    integration: chaosIntegration,
  });
  try {
    const troubles = startTroubles({ hosts, redis, leaseMs, everyMs: options.troubleEveryMs });
    const each = Math.ceil(options.intents / options.clients);
    const runs = people.map((person, index) => {
      const chance = createChance(options.seed + index + 1);
      return runClient({ person, chance, origins: hosts.origins }, each);
    });
    const intents = (await Promise.all(runs)).flat();
    const figures = { ...count(intents, platform), ...(await troubles.stop()) };
    // Whatever a process still works on ends with it; then nobody's leases are in the way.
    await Promise.all([hosts.killOne(0), hosts.killOne(1)]);
    await platform.calm();
    await passTime(connection, longestLeaseMs);
    const openAfterwards = await repeatAll(people, intents, hosts);
    const made = data.activations.filter(({ userId }) => people.some(({ id }) => id === userId));
    return {
      breaches: findBreaches(intents, made),
      figures: {
        ...figures,
        'repeated when calm: success': intents.length - openAfterwards,
        'repeated when calm: unknown for good': openAfterwards,
        activations: made.length,
        seconds: Math.round((Date.now() - startedAt) / 1000),
      },
    };
  } finally {
    await hosts.stop();
    await platform.stop();
    await redis.stop();
  }
}

/**
 * Resolves with how many keys still have no answer that says what became of them. One at a time for
 * each person: repeats stand in each other's way, and each of them waits for so long only.
 */
async function repeatAll(
  people: readonly Person[],
  intents: readonly Intent[],
  hosts: HostProcesses,
): Promise<number> {
  const waiting = [...people];
  let open = 0;
  const work = async (): Promise<void> => {
    for (let person = waiting.pop(); person !== undefined; person = waiting.pop()) {
      for (const intent of intents) {
        if (intent.person === person && !(await isAnswered(intent, hosts))) open += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return open;
}

const mostRepeats = 4;

/** More than once, since a busy machine makes a process that is well run out of time. */
async function isAnswered(intent: Intent, hosts: HostProcesses): Promise<boolean> {
  for (let repeats = 0; repeats < mostRepeats; repeats += 1) {
    const [origin = ''] = hosts.origins();
    const { kind } = await send(intent, origin, AbortSignal.timeout(60_000));
    if (kind === 'success') return true;
  }
  return false;
}

function count(
  intents: readonly Intent[],
  { emulator, faults }: FaultyPlatform,
): Record<string, number> {
  const isLast = (kind: Intent['lastAnswer']['kind']): number =>
    intents.filter(({ lastAnswer }) => lastAnswer.kind === kind).length;
  return {
    intents: intents.length,
    'answered with success': intents.filter(({ activationIds }) => activationIds.size > 0).length,
    'last answer: refused': isLast('refused'),
    'last answer: failed': isLast('failed'),
    'no answer at all': isLast('none'),
    'keys with the input of another':
      intents.length - new Set(intents.map((i) => toText(i.variables))).size,
    'platform calls': emulator.requests.length,
    ...Object.fromEntries([...faults].map(([kind, times]) => [`fault: ${kind}`, times])),
  };
}
