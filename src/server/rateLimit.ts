import type { CallName } from '../wire/hostApi.js';
import type { OnboardingHandlerOptions, OnboardingUser } from './options.js';
import { ProblemError } from './problemError.js';
import type { Runtime } from './runtime.js';

export type RateLimit = Exclude<OnboardingHandlerOptions['rateLimit'], undefined>;

/** A token comes back every tenth of a second, up to 300 of them. */
const tokenMs = 100;
const bucketMs = 300 * tokenMs;
/** A dropped bucket counts as full: beyond this many users, some get more than their share. */
const maxUsers = 10_000;

/** A bucket of tokens for each user, in the memory of this process. */
export function createMemoryRateLimit({ monotonicNow }: Pick<Runtime, 'monotonicNow'>): RateLimit {
  /** When each user's bucket will be full again. */
  const fullAt = new Map<string, number>();
  return ({ externalId }) => {
    const now = monotonicNow();
    const next = Math.max(now, fullAt.get(externalId) ?? 0) + tokenMs;
    const retryAfterSeconds = (next - now - bucketMs) / 1000;
    if (retryAfterSeconds > 0) return { retryAfterSeconds };
    fullAt.delete(externalId);
    fullAt.set(externalId, next);
    const [idlest] = fullAt.keys();
    if (fullAt.size > maxUsers && idlest !== undefined) fullAt.delete(idlest);
    return null;
  };
}

/** @throws {ProblemError} 429 if the bucket is empty; and errors of the host's own function. */
export async function checkRateLimit(
  rateLimit: RateLimit,
  user: OnboardingUser,
  operation: CallName,
  request: Request,
): Promise<void> {
  const limited = await rateLimit(user, operation, request);
  // A function that ends without a word means the same as `null`.
  if (!limited) return;
  const retryAfterSeconds = Math.ceil(limited.retryAfterSeconds);
  throw retryAfterSeconds >= 0 && Number.isSafeInteger(retryAfterSeconds)
    ? new ProblemError('rateLimited', { retryAfterSeconds })
    : new Error('rateLimit must give { retryAfterSeconds: number }, or null.');
}
