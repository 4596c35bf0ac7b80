import type { HostIntegration } from '../options.js';
import { createDeadline, DeadlineExceeded } from '../deadline.js';
import type { PlatformActivation } from '../platform/shapes.js';
import { ProblemError } from '../problemError.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';

/** The counts may not delay the list of integrations for longer. */
const patienceMs = 2_000;

/**
 * Returns the user's activations, or `null` if they cannot be read within a short time. Throws on an
 * answer for another user.
 */
export async function listCachedActivations(
  { runtime, reporter, activationLists }: Services,
  context: RequestContext,
  { environmentId }: HostIntegration,
): Promise<readonly PlatformActivation[] | null> {
  const deadline = createDeadline(runtime, patienceMs, context.deadline.signal);
  try {
    return await activationLists.listCached({ ...context, deadline }, environmentId);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (!(error instanceof DeadlineExceeded)) reporter.error(error, context.errorContext);
    return null;
  } finally {
    deadline.end();
  }
}
