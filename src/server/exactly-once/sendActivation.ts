import { createDeadline } from '../deadline.js';
import { sendWrite, wasRejected } from '../operations/withWriteDeadline.js';
import { verifyOwner } from '../endUsers.js';
import { PlatformFailure } from '../platform/platformFailure.js';
import type { PlatformActivation } from '../platform/shapes.js';
import { toUnknownOutcome } from '../problems.js';
import { ProblemError } from '../problemError.js';
import { sleep } from '../runtime.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';
import { recordTtlMs } from './activationIntent.js';
import { claimActivation } from './claimActivation.js';
import type { ExpectedActivation } from './expectedActivation.js';
import { findLostActivation } from './findLostActivation.js';
import type { IdempotencyRecord } from './idempotencyStore.js';
import { withLock } from './lock.js';
import { markOpen } from './openIntents.js';

/** How long to wait before each look at the list: exponential backoff. */
const firstPauseMs = 250;
const longestPauseMs = 1_000;

type SentRecord = Extract<IdempotencyRecord, { state: 'sent' }>;

/**
 * Asks the platform to activate, once, and records the outcome.
 * @param token Of the intent's claim, which is released where the platform certainly did nothing.
 * @throws {ProblemError} with `outcomeUnknown` where it cannot be determined; else nothing was activated.
 */
export async function sendActivation(
  services: Services,
  context: RequestContext,
  expected: ExpectedActivation,
  token: string,
): Promise<PlatformActivation> {
  const { intent } = expected;
  let sent: SentRecord | undefined;
  try {
    return await withLock(services, intent, context.deadline, async () => {
      const record = await prepare(services, context, expected, token);
      sent = record;
      const activation = await sendOrFind(services, context, expected, record);
      await recordDone(services, expected, record, activation.id);
      return activation;
    });
  } catch (error) {
    if (sent !== undefined && !wasRejected(error)) throw toUnknownOutcome(error);
    await releaseMark(expected, sent);
    await intent.release(intent.key, token);
    throw error;
  }
}

/** Saves the outcome that a key has led to. */
export async function recordDone(
  { idempotencyStore }: Services,
  expected: ExpectedActivation,
  sent: SentRecord,
  activationId: string,
): Promise<void> {
  const record = { state: 'done', activationId } as const;
  await idempotencyStore.save(expected.intent.key, sent.token, record, recordTtlMs);
  await releaseMark(expected, sent);
}

async function releaseMark(
  { intent }: ExpectedActivation,
  sent: SentRecord | undefined,
): Promise<void> {
  if (sent?.mark !== undefined) await intent.release(sent.mark.key, sent.mark.token);
}

/** Records, before the call, everything that tells its activation from others later. */
async function prepare(
  services: Services,
  context: RequestContext,
  expected: ExpectedActivation,
  token: string,
): Promise<SentRecord> {
  const { intent } = expected;
  const activationIdsBefore = await listIdsBefore(services, context, intent.environmentId);
  const mark = await markOpen(expected);
  const record = { state: 'sent', token, activationIdsBefore, mark } as const;
  try {
    const isOurs = await services.idempotencyStore.save(intent.key, token, record, recordTtlMs);
    if (isOurs) return record;
  } catch (error) {
    await releaseMark(expected, record);
    throw error;
  }
  await releaseMark(expected, record);
  // The lease ended and another process has taken over: it sends, and this one must not.
  throw new ProblemError('unavailable', { outcomeUnknown: true });
}

async function listIdsBefore(
  { endUsers, activationLists }: Services,
  context: RequestContext,
  environmentId: string,
): Promise<readonly string[]> {
  if ((await endUsers.resolveId(context)) === null) {
    await endUsers.provision(context);
    activationLists.invalidate(context.user.externalId);
  }
  const before = await activationLists.listFresh(context, environmentId);
  return before.map(({ id }) => id);
}

async function sendOrFind(
  services: Services,
  context: RequestContext,
  expected: ExpectedActivation,
  sent: SentRecord,
): Promise<PlatformActivation> {
  try {
    return await send(services, context, expected);
  } catch (error) {
    if (!(error instanceof PlatformFailure) || wasRejected(error)) throw error;
    return pollForOutcome(services, context, expected, sent, error);
  }
}

async function send(
  services: Services,
  context: RequestContext,
  { intent, input }: ExpectedActivation,
): Promise<PlatformActivation> {
  const activation = await sendWrite(services, context, (writer) =>
    services.platform.activateUser(writer, input),
  );
  verifyOwner(activation.externalId, context);
  if (await claimActivation(services, intent, activation.id)) return activation;
  // The store lost what marked this intent as open, and another one was answered with its activation.
  throw new ProblemError('unavailable', { outcomeUnknown: true });
}

/** Looks until `settleMs` has passed, and once more then: what was broken off may be done later. */
async function pollForOutcome(
  services: Services,
  context: RequestContext,
  expected: ExpectedActivation,
  { activationIdsBefore }: SentRecord,
  failure: PlatformFailure,
): Promise<PlatformActivation> {
  const { runtime, settings, activationLists } = services;
  const { settleMs, platform } = settings;
  const deadline = createDeadline(runtime, settleMs + platform.timeoutMs);
  const caller = { user: context.user, deadline };
  const until = runtime.monotonicNow() + settleMs;
  try {
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const leftMs = until - runtime.monotonicNow();
      const found = await findLostActivation(services, caller, expected, activationIdsBefore).catch(
        ignoreFailedLook,
      );
      if (found !== null) return found;
      if (leftMs <= 0) throw toUnknownOutcome(failure);
      await sleep(runtime, Math.min(pauseMs, leftMs), deadline.signal);
    }
  } finally {
    deadline.end();
    activationLists.invalidate(context.user.externalId);
  }
}

/** A look that fails says nothing; one that shows another user's list says too much. */
function ignoreFailedLook(error: unknown): null {
  if (error instanceof ProblemError) throw error;
  return null;
}
