import type { Deadline } from '../deadline.js';
import { ProblemError } from '../problemError.js';
import { sleep } from '../runtime.js';
import type { Services } from '../services.js';
import type { ActivationIntent } from './activationIntent.js';

/** How long to wait before a lock that is taken is tried again. */
export const lockPollMs: number = 100;

/**
 * Runs `work` while no other intent of the same user and environment is between its look at the list
 * and its own activation: else two could take one activation for their own.
 * @throws {ProblemError} 503 where the lock is not free before the deadline.
 */
export async function withLock<T>(
  { runtime }: Services,
  intent: ActivationIntent,
  deadline: Deadline,
  work: () => Promise<T>,
): Promise<T> {
  for (;;) {
    const result = await tryWithLock(intent, work);
    if (result !== null) return result.value;
    if (deadline.remainingMs() <= lockPollMs) {
      throw new ProblemError('unavailable', {
        detail: 'Another activation of yours is still being made.',
        retryAfterSeconds: 5,
      });
    }
    await sleep(runtime, lockPollMs, deadline.signal);
  }
}

/** `null`: the lock is taken. */
export async function tryWithLock<T>(
  { lockKey, claimFor, release }: ActivationIntent,
  work: () => Promise<T>,
): Promise<{ readonly value: T } | null> {
  const claim = await claimFor(lockKey);
  if (claim.state !== 'claimed') return null;
  try {
    return { value: await work() };
  } finally {
    await release(lockKey, claim.token);
  }
}
