import type { CallName } from '../wire/hostApi.js';
import type { OnboardingHandlerOptions, OnboardingUser } from './options.js';
import { ProblemError } from './problemError.js';
import type { Runtime } from './runtime.js';

export type RateLimit = Exclude<OnboardingHandlerOptions['rateLimit'], undefined>;

interface Bucket {
  /** A token comes back so often. */
  readonly tokenMs: number;
  readonly tokens: number;
}

const ordinary: Bucket = { tokenMs: 100, tokens: 300 };
/** Each asks the platform, and perhaps a provider, to try credentials: people do it a few times. */
const connecting: Bucket = { tokenMs: 6_000, tokens: 30 };

const connectingCalls: ReadonlySet<CallName> = new Set<CallName>([
  'createConnection',
  'reconnectConnection',
  'removeConnection',
  'startAuthorization',
]);

/** A dropped bucket counts as full: beyond this many users, some get more than their share. */
const maxUsers = 10_000;

/** Two buckets of tokens for each user, in the memory of this process: one for making connections. */
export function createMemoryRateLimit(runtime: Pick<Runtime, 'monotonicNow'>): RateLimit {
  const limit = createBuckets(runtime, ordinary);
  const limitConnecting = createBuckets(runtime, connecting);
  return (user, operation, request) =>
    (connectingCalls.has(operation) ? limitConnecting : limit)(user, operation, request);
}

function createBuckets(
  { monotonicNow }: Pick<Runtime, 'monotonicNow'>,
  { tokenMs, tokens }: Bucket,
): RateLimit {
  const bucketMs = tokens * tokenMs;
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
