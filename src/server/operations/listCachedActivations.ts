import type { HostIntegration } from '../options.js';
import { createDeadline, DeadlineExceeded } from '../deadline.js';
import type { PlatformActivation } from '../platform/shapes.js';
import { ProblemError } from '../problemError.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';

/** The page is shown without the counts rather than later. */
const patienceMs = 2_000;

/**
 * The user's activations as far as they can be learnt within a short time, else `null`. An answer for
 * another user is no failure to pass over: it is thrown.
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
