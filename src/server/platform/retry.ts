import type { Deadline } from '../deadline.js';
import { type Runtime, sleep } from '../runtime.js';
import { PlatformFailure } from './platformFailure.js';

const maxRetries = 2;
const firstWaitMs = 200;

/**
 * Tries again, twice at the most, while `mayRetry` says so and the deadline leaves the time. Waits as
 * long as the platform asks for, else 200 and 400 ms, more or less by half, so that many clients do
 * not come back at once.
 */
export async function withRetries<T>(
  { runtime, deadline }: { readonly runtime: Runtime; readonly deadline: Deadline },
  mayRetry: (failure: PlatformFailure) => boolean,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PlatformFailure) || retries >= maxRetries || !mayRetry(error)) {
        throw error;
      }
      const waitMs = toWait(error, retries, runtime.random());
      if (waitMs >= deadline.remainingMs()) throw error;
      await sleep(runtime, waitMs, deadline.signal).catch(() => {
        throw error;
      });
    }
  }
}

/** Whether a retry may succeed. A read that timed out has used up its deadline. */
export function mayReadAgain({ reason }: PlatformFailure): boolean {
  if (reason.kind === 'broken') return true;
  return reason.kind === 'refused' && [429, 502, 503, 504].includes(reason.status);
}

function toWait({ reason }: PlatformFailure, retries: number, random: number): number {
  const asked = reason.kind === 'refused' ? reason.retryAfterSeconds : undefined;
  return asked === undefined ? firstWaitMs * 2 ** retries * (0.5 + random) : asked * 1000;
}
