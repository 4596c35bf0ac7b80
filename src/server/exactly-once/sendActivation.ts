import { createDeadline } from '../deadline.js';
import { wasRejected, withWriteDeadline } from '../operations/withWriteDeadline.js';
import { verifyOwner } from '../people.js';
import { isProvablyNotProcessed, PlatformFailure } from '../platform/platformFailure.js';
import { withRetries } from '../platform/retry.js';
import type { PlatformActivation } from '../platform/shapes.js';
import { toUnknownOutcome } from '../problems.js';
import { Refusal } from '../refusal.js';
import { sleep } from '../runtime.js';
import type { Services } from '../services.js';
import type { Visit } from '../visit.js';
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
 * @throws {Refusal} with `outcomeUnknown` where nobody can say; else nothing was activated.
 */
export async function sendActivation(
  services: Services,
  visit: Visit,
  input: SendActivationInput,
): Promise<PlatformActivation> {
  const { idempotencyStore } = services;
  const { intent, token } = input;
  let wasSent = false;
  try {
    return await withLock(services, intent, visit.deadline, async () => {
      const activationIdsBefore = await listIdsBefore(services, visit, intent.environmentId);
      const record = { state: 'sent', token, activationIdsBefore } as const;
      const isOurs = await idempotencyStore.save(intent.key, token, record, recordTtlMs);
      // The lease ended and another process has taken over: it sends, and this one must not.
      if (!isOurs) throw new Refusal('unavailable', { outcomeUnknown: true });
      wasSent = true;
      return send(services, visit, { ...input, activationIdsBefore });
    });
  } catch (error) {
    if (wasSent && !wasRejected(error)) throw toUnknownOutcome(error);
    await intent.release(intent.key, token);
    throw error;
  }
}

async function listIdsBefore(
  { people, activationLists }: Services,
  visit: Visit,
  environmentId: string,
): Promise<readonly string[]> {
  if ((await people.find(visit)) === null) {
    await people.create(visit);
    activationLists.forget(visit.user.externalId);
  }
  const before = await activationLists.look(visit, environmentId);
  return before.map(({ id }) => id);
}

async function send(
  services: Services,
  visit: Visit,
  expected: LostActivation & SendActivationInput,
): Promise<PlatformActivation> {
  const { intent, token, input } = expected;
  const { runtime, platform, idempotencyStore } = services;
  let activation: PlatformActivation;
  try {
    activation = await withWriteDeadline(services, visit, (writer) =>
      withRetries({ runtime, deadline: writer.deadline }, isProvablyNotProcessed, () =>
        platform.activateUser(writer, input),
      ),
    );
    verifyOwner(activation.externalId, visit);
    // While this process stood still, another intent has found it and answered with it.
    if (!(await claimActivation(services, intent, activation.id))) {
      throw new Refusal('unavailable', { outcomeUnknown: true });
    }
  } catch (error) {
    if (!(error instanceof PlatformFailure) || wasRejected(error)) throw error;
    activation = await settle(services, visit, expected, error);
  }
  const record = { state: 'done', activationId: activation.id } as const;
  await idempotencyStore.save(intent.key, token, record, recordTtlMs);
  return activation;
}

/** Looks until `settleMs` has passed, and once more then: what was broken off may be done later. */
async function settle(
  services: Services,
  visit: Visit,
  expected: LostActivation,
  failure: PlatformFailure,
): Promise<PlatformActivation> {
  const { runtime, settings, activationLists } = services;
  const { settleMs, platform } = settings;
  const deadline = createDeadline(runtime, settleMs + platform.timeoutMs);
  const caller = { user: visit.user, deadline };
  const until = runtime.now() + settleMs;
  try {
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const leftMs = until - runtime.now();
      const found = await findLostActivation(services, caller, expected).catch((error: unknown) => {
        // A look that fails says nothing; one that shows another user's list says too much.
        if (error instanceof Refusal) throw error;
        return null;
      });
      if (found !== null) return found;
      if (leftMs <= 0) throw toUnknownOutcome(failure);
      await sleep(runtime, Math.min(pauseMs, leftMs), deadline.signal);
    }
  } finally {
    deadline.end();
    activationLists.forget(visit.user.externalId);
  }
}
