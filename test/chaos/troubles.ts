import { setTimeout as wait } from 'node:timers/promises';
import type { RedisServer } from '../support/redisServer.js';
import type { HostProcesses } from './hostProcesses.js';

export interface TroubleOptions {
  readonly hosts: HostProcesses;
  readonly redis: RedisServer;
  /** How long a process may hold a claim without a sign of life. */
  readonly leaseMs: number;
  /** Milliseconds from the end of one trouble to the next. */
  readonly everyMs: number;
}

export interface Troubles {
  /** Waits for the end of the present one; resolves with how often each kind was caused. */
  stop(): Promise<Record<string, number>>;
}

const hourMs = 3_600_000;
const redisPauseMs = 3_000;

/** Causes one trouble at a time, each kind in turn, to one of the two processes or to Redis. */
export function startTroubles({ hosts, redis, leaseMs, everyMs }: TroubleOptions): Troubles {
  const kinds: readonly (readonly [string, (index: number) => Promise<void>])[] = [
    ['process killed', (index) => hosts.killOne(index)],
    ['clock stepped', async (index) => hosts.stepClock(index, index === 0 ? -hourMs : hourMs)],
    ['Redis frozen', () => redis.freeze(redisPauseMs)],
    ['process frozen past its lease', (index) => hosts.freezeOne(index, leaseMs + 1_000)],
    ['Redis killed and started again', () => redis.restart()],
  ];
  const counts: Record<string, number> = {};
  const stopping = new AbortController();

  async function run(): Promise<void> {
    for (let turn = 0; ; turn += 1) {
      await wait(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      const [name, cause] = kinds[turn % kinds.length] ?? [];
      if (name === undefined || cause === undefined) return;
      await cause(Math.floor(turn / kinds.length) % 2);
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }

  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
      return counts;
    },
  };
}
