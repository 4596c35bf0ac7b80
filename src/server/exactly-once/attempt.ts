import type { ActivationInput } from '../../domain/activation.js';
import { toCanonicalJson } from '../../domain/json.js';
import { createKeyring, toDigest } from '../keyring.js';
import { Refusal } from '../refusal.js';
import type { Services } from '../services.js';
import type { Visit } from '../visit.js';

/** One intent to activate, as the store knows it. None of it tells what was sent. */
export interface Attempt {
  readonly environmentId: string;
  /** Names the intent: the same user, environment and Idempotency-Key. */
  readonly key: string;
  /** Held while the platform is asked to activate for this user and environment. */
  readonly lockKey: string;
  /** A hash of the body, keyed with the Idempotency-Key, which is stored as a hash alone. */
  readonly bodyHash: string;
  /** How long a process may work on it before it counts as dead. */
  readonly leaseMs: number;
  /** The store's key under which an activation is credited to one intent. */
  toCreditKey(activationId: string): Promise<string>;
  /** Gives a key of the store back. A failure is reported and no more: the lease ends it anyway. */
  release(key: string, token: string): Promise<void>;
}

/** Past it a repeated key is a new one. */
export const recordTtlMs: number = 24 * 60 * 60 * 1000;

/** More than all that is waited for together. */
const leaseReserveMs = 10_000;

export async function createAttempt(
  { settings, idempotencyStore, reporter }: Services,
  { user, context }: Visit,
  { environmentId, connections, dynamicVariables }: ActivationInput,
  idempotencyKey: string,
): Promise<Attempt> {
  const { organisationId, timeoutMs } = settings.platform;
  const place = [organisationId, environmentId, user.externalId];
  const [key, lockKey, bodyHash] = await Promise.all([
    toDigest(JSON.stringify([...place, idempotencyKey])),
    toDigest(JSON.stringify(['lock', ...place])),
    // The platform credential would not do: a new one would make strangers of all bodies before it.
    // What our own parser built has its members in one order.
    createKeyring(idempotencyKey).sign(
      'body',
      toCanonicalJson([JSON.stringify(connections), dynamicVariables]),
    ),
  ]);
  return {
    environmentId,
    key,
    lockKey,
    bodyHash,
    leaseMs: 3 * timeoutMs + settings.settleMs + leaseReserveMs,
    toCreditKey: (activationId) => toDigest(JSON.stringify(['credit', ...place, activationId])),
    release: (name, token) =>
      idempotencyStore
        .release(name, token)
        .catch((error: unknown) => reporter.error(error, context)),
  };
}

/** @throws {Refusal} 422 where the key was used for something else. */
export function checkSameBody(attempt: Attempt, bodyHash: string): void {
  if (bodyHash === attempt.bodyHash) return;
  throw new Refusal('invalid', {
    detail: 'This Idempotency-Key was used with another body. Take a new key for a new intent.',
  });
}
