import type { Services } from '../services.js';
import { type ActivationIntent, recordTtlMs } from './activationIntent.js';

/**
 * Records that an activation belongs to this intent. `false` where another intent has claimed it: the
 * first claim, in whichever process, stands.
 */
export async function claimActivation(
  { idempotencyStore }: Services,
  intent: ActivationIntent,
  activationId: string,
): Promise<boolean> {
  const activationKey = await intent.toActivationKey(activationId);
  const claim = await intent.claimFor(activationKey);
  if (claim.state !== 'claimed') return claim.bodyHash === intent.key;
  const record = { state: 'done', activationId } as const;
  return idempotencyStore.save(activationKey, claim.token, record, recordTtlMs);
}
