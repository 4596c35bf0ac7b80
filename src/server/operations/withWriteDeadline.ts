import { createDeadline } from '../deadline.js';
import type { Caller } from '../platform/platformClient.js';
import { PlatformFailure } from '../platform/platformFailure.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';

/**
 * Makes a write with the time of its own that it needs, whatever the reads before it took and whoever
 * hangs up: it is always awaited. What was kept about the user is dropped afterwards.
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

/** Whether the platform said no, so that nothing was done; else it may have been. */
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
