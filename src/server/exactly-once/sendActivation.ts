import { createDeadline } from '../deadline.js';
import { wasRejected, withWriteDeadline } from '../operations/withWriteDeadline.js';
import { verifyOwner } from '../endUsers.js';
import { isProvablyNotProcessed, PlatformFailure } from '../platform/platformFailure.js';
import { withRetries } from '../platform/retry.js';
import type { PlatformActivation } from '../platform/shapes.js';
import { toUnknownOutcome } from '../problems.js';
import { ProblemError } from '../problemError.js';
import { sleep } from '../runtime.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';
import { recordTtlMs } from './activationIntent.js';
import { claimActivation } from './claimActivation.js';
import { withLock } from './lock.js';
import {
  findLostActivation,
  type ExpectedActivation,
  type LostActivation,
} from './findLostActivation.js';

/** How long to wait before each look: a list that is late is late by little or by much. */
const firstPauseMs = 250;
const longestPauseMs = 1_000;

export interface SendActivationInput extends ExpectedActivation {
  /** Of the claim, which is given back where the platform certainly did nothing. */
  readonly token: string;
}

/**
 * Asks the platform to activate, once, and writes down what became of it.
 * @throws {ProblemError} with `outcomeUnknown` where nobody can say; else nothing was activated.
 */
export async function sendActivation(
  services: Services,
  context: RequestContext,
  input: SendActivationInput,
): Promise<PlatformActivation> {
  const { idempotencyStore } = services;
  const { intent, token } = input;
  let wasSent = false;
  try {
    return await withLock(services, intent, context.deadline, async () => {
      const activationIdsBefore = await listIdsBefore(services, context, intent.environmentId);
      const record = { state: 'sent', token, activationIdsBefore } as const;
      const isOurs = await idempotencyStore.save(intent.key, token, record, recordTtlMs);
      // The lease ended and another process has taken over: it sends, and this one must not.
      if (!isOurs) throw new ProblemError('unavailable', { outcomeUnknown: true });
      wasSent = true;
      return send(services, context, { ...input, activationIdsBefore });
    });
  } catch (error) {
    if (wasSent && !wasRejected(error)) throw toUnknownOutcome(error);
    await intent.release(intent.key, token);
    throw error;
  }
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

async function send(
  services: Services,
  context: RequestContext,
  expected: LostActivation & SendActivationInput,
): Promise<PlatformActivation> {
  const { intent, token, input } = expected;
  const { runtime, platform, idempotencyStore } = services;
  let activation: PlatformActivation;
  try {
    activation = await withWriteDeadline(services, context, (writer) =>
      withRetries({ runtime, deadline: writer.deadline }, isProvablyNotProcessed, () =>
        platform.activateUser(writer, input),
      ),
    );
    verifyOwner(activation.externalId, context);
    // While this process stood still, another intent has found it and answered with it.
    if (!(await claimActivation(services, intent, activation.id))) {
      throw new ProblemError('unavailable', { outcomeUnknown: true });
    }
  } catch (error) {
    if (!(error instanceof PlatformFailure) || wasRejected(error)) throw error;
    activation = await settle(services, context, expected, error);
  }
  const record = { state: 'done', activationId: activation.id } as const;
  await idempotencyStore.save(intent.key, token, record, recordTtlMs);
  return activation;
}

/** Looks until `settleMs` has passed, and once more then: what was broken off may be done later. */
async function settle(
  services: Services,
  context: RequestContext,
  expected: LostActivation,
  failure: PlatformFailure,
): Promise<PlatformActivation> {
  const { runtime, settings, activationLists } = services;
  const { settleMs, platform } = settings;
  const deadline = createDeadline(runtime, settleMs + platform.timeoutMs);
  const caller = { user: context.user, deadline };
  const until = runtime.now() + settleMs;
  try {
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const leftMs = until - runtime.now();
      const found = await findLostActivation(services, caller, expected).catch((error: unknown) => {
        // A look that fails says nothing; one that shows another user's list says too much.
        if (error instanceof ProblemError) throw error;
        return null;
      });
      if (found !== null) return found;
      if (leftMs <= 0) throw toUnknownOutcome(failure);
      await sleep(runtime, Math.min(pauseMs, leftMs), deadline.signal);
    }
  } finally {
    deadline.end();
    activationLists.invalidate(context.user.externalId);
  }
}
