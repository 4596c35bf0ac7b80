import { createDeadline } from '../deadline.js';
import type { Caller } from '../platform/platformCalls.js';
import { isProvablyNotProcessed, PlatformFailure } from '../platform/platformFailure.js';
import { withRetries } from '../platform/retry.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';

/**
 * Runs a write with a deadline of its own: neither the time of earlier reads nor a disconnect ends
 * it. Invalidates the user's caches afterwards.
 */
export async function withWriteDeadline<T>(
  { runtime, settings, activationLists }: Services,
  { user }: RequestContext,
  write: (writer: Caller) => Promise<T>,
): Promise<T> {
  const deadline = createDeadline(runtime, settings.platform.timeoutMs);
  try {
    return await write({ user, deadline });
  } finally {
    deadline.end();
    activationLists.invalidate(user.externalId);
  }
}

/** Sends a write with that deadline, and again where the platform provably did not process it. */
export function sendWrite<T>(
  services: Services,
  context: RequestContext,
  write: (writer: Caller) => Promise<T>,
): Promise<T> {
  return withWriteDeadline(services, context, (writer) =>
    withRetries(
      { runtime: services.runtime, deadline: writer.deadline },
      isProvablyNotProcessed,
      () => write(writer),
    ),
  );
}

/** Whether the platform rejected the write, so that nothing was done; else it may have been. */
export function wasRejected(error: unknown): error is PlatformFailure {
  if (!(error instanceof PlatformFailure)) return false;
  const { reason } = error;
  if (reason.kind === 'broken') return reason.neverSent;
  // 408 is a gateway's word, which knows nothing of what happened behind it.
  return (
    reason.kind === 'refused' &&
    reason.status >= 400 &&
    reason.status < 500 &&
    reason.status !== 408
  );
}
