import type { PlatformActivation } from '../platform/shapes.js';
import { Refusal } from '../refusal.js';
import { sleep } from '../runtime.js';
import type { Services } from '../services.js';
import type { Visit } from '../visit.js';
import { type ActivationIntent, assertSameBody, recordTtlMs } from './activationIntent.js';
import { lockPollMs, tryWithLock } from './lock.js';
import { findLostActivation, type ExpectedActivation } from './findLostActivation.js';

const pauseMs = 500;

export type ReplayResult =
  | { readonly kind: 'found'; readonly activation: PlatformActivation }
  /** The key is new, or came to nothing before, beyond doubt. */
  | { readonly kind: 'claimed'; readonly token: string };

/**
 * Takes the key, or says what it has led to where it was seen before. It only looks: at the store,
 * where another request may be about to write, and at the user's list.
 * Whatever else is thrown than a `Refusal` below 500 leaves open what the key has led to.
 * @throws {Refusal} with `outcomeUnknown` where neither tells in time.
 */
export async function replay(
  services: Services,
  visit: Visit,
  intent: ActivationIntent,
  expecting: Promise<ExpectedActivation>,
): Promise<ReplayResult> {
  const { idempotencyStore, runtime, settings } = services;
  for (let until = 0; ;) {
    const reserveMs = visit.deadline.remainingMs() - pauseMs;
    let leftMs = Math.min(until - runtime.now(), reserveMs);
    const claim = await idempotencyStore.claim(intent.key, intent);
    if (claim.state === 'claimed') return { kind: 'claimed', token: claim.token };
    assertSameBody(intent, claim.bodyHash);
    const { record } = claim;
    if (record?.state === 'done') return readAfresh(services, visit, intent, record.activationId);
    if (until === 0) {
      // The time for the first intent begins with the store's first answer, however long that took.
      until = runtime.now() + settings.settleMs;
      continue;
    }
    if (record?.state === 'sent') {
      const { activationIdsBefore, token } = record;
      const expected = { ...(await expecting), activationIdsBefore };
      const lookup = await tryWithLock(services, intent, () =>
        findLostActivation(services, visit, expected),
      );
      // A look that others of the same user hold up is still owed: it alone says what is there.
      if (lookup === null) leftMs = Math.min(lockPollMs, reserveMs);
      const activation = lookup?.value;
      if (activation) {
        const done = { state: 'done', activationId: activation.id } as const;
        await idempotencyStore.save(intent.key, token, done, recordTtlMs);
        return { kind: 'found', activation };
      }
    }
    if (leftMs <= 0) throw new Refusal('unavailable', { outcomeUnknown: true });
    await sleep(runtime, Math.min(pauseMs, leftMs), visit.deadline.signal);
  }
}

async function readAfresh(
  { activationLists }: Services,
  visit: Visit,
  { environmentId }: ActivationIntent,
  activationId: string,
): Promise<ReplayResult> {
  const activations = await activationLists.look(visit, environmentId);
  const activation = activations.find(({ id }) => id === activationId);
  if (activation !== undefined) return { kind: 'found', activation };
  throw new Refusal('conflict', {
    detail: 'What this Idempotency-Key activated has been ended since. Take a new key.',
  });
}
