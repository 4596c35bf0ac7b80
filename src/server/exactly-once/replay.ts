import type { PlatformActivation } from '../platform/shapes.js';
import { ProblemError } from '../problemError.js';
import { sleep } from '../runtime.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';
import { type ActivationIntent, assertSameBody } from './activationIntent.js';
import type { ExpectedActivation } from './expectedActivation.js';
import { findLostActivation } from './findLostActivation.js';
import { type Claim, type IdempotencyRecord, isStoreFull } from './idempotencyStore.js';
import { lockPollMs, tryWithLock } from './lock.js';
import { recordDone } from './sendActivation.js';

const pauseMs = 500;

export type ReplayResult =
  | { readonly kind: 'found'; readonly activation: PlatformActivation }
  /** The key is new, or came to nothing before, beyond doubt. */
  | { readonly kind: 'claimed'; readonly token: string }
  /** The key is new, and the store has no room for it. */
  | { readonly kind: 'noRoom'; readonly cause: unknown };

/**
 * Claims the key, or answers what it has led to where it was seen before. It only looks: at the store,
 * where another request may be about to write, and at the user's list.
 * Anything thrown but a `ProblemError` below 500 leaves open what the key has led to.
 * @throws {ProblemError} with `outcomeUnknown` where neither tells in time.
 */
export async function replay(
  services: Services,
  context: RequestContext,
  intent: ActivationIntent,
  expecting: Promise<ExpectedActivation>,
): Promise<ReplayResult> {
  const { runtime, settings } = services;
  for (let until = 0; ;) {
    const reserveMs = context.deadline.remainingMs() - pauseMs;
    let leftMs = Math.min(until - runtime.monotonicNow(), reserveMs);
    const claim = await claimIntent(intent);
    if (claim.state === 'noRoom') return { kind: 'noRoom', cause: claim.cause };
    if (claim.state === 'claimed') return { kind: 'claimed', token: claim.token };
    assertSameBody(intent, claim.bodyHash);
    const { record } = claim;
    if (record?.state === 'done') return readAfresh(services, context, intent, record.activationId);
    if (until === 0) {
      // The time for the first attempt begins with the store's first answer, however long that took.
      until = runtime.monotonicNow() + settings.settleMs;
      continue;
    }
    if (record?.state === 'sent') {
      const lookup = await lookUnderLock(services, context, await expecting, record);
      // A look that others of the same user hold up is still owed: it alone says what is there.
      if (lookup === null) leftMs = Math.min(lockPollMs, reserveMs);
      else if (lookup.value !== null) return { kind: 'found', activation: lookup.value };
    }
    if (leftMs <= 0) throw new ProblemError('unavailable', { outcomeUnknown: true });
    await sleep(runtime, Math.min(pauseMs, leftMs), context.deadline.signal);
  }
}

async function claimIntent(
  intent: ActivationIntent,
): Promise<Claim | { readonly state: 'noRoom'; readonly cause: unknown }> {
  try {
    return await intent.claim();
  } catch (error) {
    if (isStoreFull(error)) return { state: 'noRoom', cause: error };
    throw error;
  }
}

/** `null`: the lock is taken. What is found is recorded as the outcome of the key. */
async function lookUnderLock(
  services: Services,
  context: RequestContext,
  expected: ExpectedActivation,
  sent: Extract<IdempotencyRecord, { state: 'sent' }>,
): Promise<{ readonly value: PlatformActivation | null } | null> {
  const lookup = await tryWithLock(expected.intent, () =>
    findLostActivation(services, context, expected, sent.activationIdsBefore),
  );
  if (lookup !== null && lookup.value !== null) {
    await recordDone(services, expected, sent, lookup.value.id);
  }
  return lookup;
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
