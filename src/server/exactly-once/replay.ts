import type { PlatformActivation } from '../platform/shapes.js';
import { ProblemError } from '../problemError.js';
import { sleep } from '../runtime.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';
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
 * Whatever else is thrown than a `ProblemError` below 500 leaves open what the key has led to.
 * @throws {ProblemError} with `outcomeUnknown` where neither tells in time.
 */
export async function replay(
  services: Services,
  context: RequestContext,
  intent: ActivationIntent,
  expecting: Promise<ExpectedActivation>,
): Promise<ReplayResult> {
  const { idempotencyStore, runtime, settings } = services;
  for (let until = 0; ;) {
    const reserveMs = context.deadline.remainingMs() - pauseMs;
    let leftMs = Math.min(until - runtime.now(), reserveMs);
    const claim = await idempotencyStore.claim(intent.key, intent);
    if (claim.state === 'claimed') return { kind: 'claimed', token: claim.token };
    assertSameBody(intent, claim.bodyHash);
    const { record } = claim;
    if (record?.state === 'done') return readAfresh(services, context, intent, record.activationId);
    if (until === 0) {
      // The time for the first intent begins with the store's first answer, however long that took.
      until = runtime.now() + settings.settleMs;
      continue;
    }
    if (record?.state === 'sent') {
      const { activationIdsBefore, token } = record;
      const expected = { ...(await expecting), activationIdsBefore };
      const lookup = await tryWithLock(services, intent, () =>
        findLostActivation(services, context, expected),
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
    if (leftMs <= 0) throw new ProblemError('unavailable', { outcomeUnknown: true });
    await sleep(runtime, Math.min(pauseMs, leftMs), context.deadline.signal);
  }
}

async function readAfresh(
  { activationLists }: Services,
  context: RequestContext,
  { environmentId }: ActivationIntent,
  activationId: string,
): Promise<ReplayResult> {
  const activations = await activationLists.listFresh(context, environmentId);
  const activation = activations.find(({ id }) => id === activationId);
  if (activation !== undefined) return { kind: 'found', activation };
  throw new ProblemError('conflict', {
    detail: 'What this Idempotency-Key activated has been ended since. Take a new key.',
  });
}
