import type { Services } from '../services.js';
import { type ActivationIntent, recordTtlMs } from './activationIntent.js';

/**
 * Records that an activation belongs to this intent. `false` where another intent has claimed it: the
 * first claim, in whichever process, stands.
 */
export async function claimActivation(
  { idempotencyStore }: Services,
  { key, leaseMs, toActivationKey }: ActivationIntent,
  activationId: string,
): Promise<boolean> {
  const activationKey = await toActivationKey(activationId);
  // The intent stands where the hash of a body would: it is what claims are told apart by.
  const claim = await idempotencyStore.claim(activationKey, { bodyHash: key, leaseMs });
  if (claim.state !== 'claimed') return claim.bodyHash === key;
  const record = { state: 'done', activationId } as const;
  return idempotencyStore.save(activationKey, claim.token, record, recordTtlMs);
}
