import type { ParametersOf } from '../../wire/hostApi.js';
import { isPlatformId } from '../ids.js';
import type { PlatformActivation } from '../platform/shapes.js';
import { notFound } from '../problemError.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';

/**
 * Finds an activation in the user's own list for that environment: only the list proves ownership.
 * @throws {ProblemError} 404, alike for what is another user's and for what does not exist.
 */
export async function findOwnActivation(
  { activationLists }: Services,
  context: RequestContext,
  { environmentId, activationId }: ParametersOf<'deactivate'>,
): Promise<PlatformActivation> {
  if (!isPlatformId(activationId)) throw notFound();
  const activations = await activationLists.list(context, environmentId);
  const activation = activations.find(({ id }) => id === activationId);
  if (activation === undefined) throw notFound();
  return activation;
}
