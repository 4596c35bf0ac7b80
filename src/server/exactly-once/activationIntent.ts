import type { ActivationInput } from '../../domain/activation.js';
import { toCanonicalJson } from '../../domain/json.js';
import { createKeyring, toDigest } from '../keyring.js';
import { ProblemError } from '../problemError.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';
import type { Claim } from './idempotencyStore.js';

/** One intent to activate, in the terms of the idempotency store: hashes, never the body itself. */
export interface ActivationIntent {
  readonly environmentId: string;
  /** Names the intent: the same user, environment and Idempotency-Key. */
  readonly key: string;
  /** Held while the platform is asked to activate for this user and environment. */
  readonly lockKey: string;
  /** A hash of the body, keyed with the Idempotency-Key, which is stored as a hash alone. */
  readonly bodyHash: string;
  /** Claims the intent itself. @throws {IdempotencyStoreFull} */
  claim(): Promise<Claim>;
  /** Claims what the intent needs besides: a lock, a mark, an activation. */
  claimFor(key: string, leaseMs?: number): Promise<Claim>;
  /** The store's key under which one intent claims an activation of the platform. */
  toActivationKey(activationId: string): Promise<string>;
  /** Releases a key of the store. A failure is only reported: the lease ends the claim anyway. */
  release(key: string, token: string): Promise<void>;
}

/** How long a record is kept: a key that is repeated later counts as new. */
export const recordTtlMs: number = 24 * 60 * 60 * 1000;

/** Added to all the waits of one activation, so that a slow process keeps its lease. */
const leaseReserveMs = 10_000;

/** Enough to tell the users of one store apart, and a quarter of the memory. */
const ownerLength = 16;

export async function createActivationIntent(
  { settings, idempotencyStore, reporter }: Services,
  { user, errorContext }: RequestContext,
  { environmentId, connections, dynamicVariables }: ActivationInput,
  idempotencyKey: string,
): Promise<ActivationIntent> {
  const { organisationId, timeoutMs } = settings.platform;
  const place = [organisationId, environmentId, user.externalId];
  const [key, lockKey, bodyHash, userHash] = await Promise.all([
    toDigest(JSON.stringify([...place, idempotencyKey])),
    toDigest(JSON.stringify(['lock', ...place])),
    // The platform credential would not do: a new one would make strangers of all bodies before it.
    // What our own parser built has its members in one order.
    createKeyring(idempotencyKey).sign(
      'body',
      toCanonicalJson([JSON.stringify(connections), dynamicVariables]),
    ),
    toDigest(JSON.stringify(['owner', organisationId, user.externalId])),
  ]);
  const owner = userHash.slice(0, ownerLength);
  const lease = 3 * timeoutMs + settings.settleMs + leaseReserveMs;
  return {
    environmentId,
    key,
    lockKey,
    bodyHash,
    claim: () => idempotencyStore.claim(key, { bodyHash, leaseMs: lease, owner }),
    // The intent takes the place of the body's hash: claims are compared by it.
    claimFor: (name, leaseMs = lease) =>
      idempotencyStore.claim(name, { bodyHash: key, leaseMs, owner, isContinuation: true }),
    toActivationKey: (activationId) =>
      toDigest(JSON.stringify(['activation', ...place, activationId])),
    release: (name, token) =>
      idempotencyStore
        .release(name, token)
        .catch((error: unknown) => reporter.error(error, errorContext)),
  };
}

/** @throws {ProblemError} 422 where the key was used for something else. */
export function assertSameBody(intent: ActivationIntent, bodyHash: string): void {
  if (bodyHash === intent.bodyHash) return;
  throw new ProblemError('invalid', {
    detail: 'This Idempotency-Key was used with another body. Take a new key for a new intent.',
  });
}
