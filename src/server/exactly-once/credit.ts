import type { Services } from '../services.js';
import { type Attempt, recordTtlMs } from './attempt.js';

/**
 * Writes down that an activation is the one of this intent. False: it is another's, since the first
 * to claim it, in whichever process, has it for good.
 */
export async function credit(
  { idempotencyStore }: Services,
  { key, leaseMs, toCreditKey }: Attempt,
  activationId: string,
): Promise<boolean> {
  const creditKey = await toCreditKey(activationId);
  // The intent stands where the hash of a body would: it is what claims are told apart by.
  const claim = await idempotencyStore.claim(creditKey, { bodyHash: key, leaseMs });
  if (claim.state !== 'claimed') return claim.bodyHash === key;
  const record = { state: 'done', activationId } as const;
  return idempotencyStore.save(creditKey, claim.token, record, recordTtlMs);
}
