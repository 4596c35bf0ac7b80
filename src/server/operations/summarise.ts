import type { HostIntegration } from '../options.js';
import { createDeadline, OutOfTime } from '../deadline.js';
import type { PlatformActivation } from '../platform/shapes.js';
import { Refusal } from '../refusal.js';
import type { Services } from '../services.js';
import type { Visit } from '../visit.js';

/** The page is shown without the counts rather than later. */
const patienceMs = 2_000;

/**
 * The user's activations as far as they can be learnt within a short time, else `null`. An answer for
 * another user is no failure to pass over: it is thrown.
 */
export async function recallActivations(
  { runtime, reporter, activationLists }: Services,
  visit: Visit,
  { environmentId }: HostIntegration,
): Promise<readonly PlatformActivation[] | null> {
  const deadline = createDeadline(runtime, patienceMs, visit.deadline.signal);
  try {
    return await activationLists.recall({ ...visit, deadline }, environmentId);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (!(error instanceof OutOfTime)) reporter.error(error, visit.context);
    return null;
  } finally {
    deadline.end();
  }
}
