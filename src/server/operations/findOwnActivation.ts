import { isPlatformId } from '../ids.js';
import type { PlatformActivation } from '../platform/shapes.js';
import { notFound } from '../refusal.js';
import type { Services } from '../services.js';
import type { Visit } from '../visit.js';

/**
 * The activation, if it is in the user's own list for that environment: nothing else makes it theirs.
 * @throws {Refusal} 404, alike for what is another user's and for what does not exist.
 */
export async function findOwnActivation(
  { activationLists }: Services,
  visit: Visit,
  {
    environmentId,
    activationId = '',
  }: { environmentId: string; activationId?: string | undefined },
): Promise<PlatformActivation> {
  if (!isPlatformId(activationId)) throw notFound();
  const activations = await activationLists.list(visit, environmentId);
  const activation = activations.find(({ id }) => id === activationId);
  if (activation === undefined) throw notFound();
  return activation;
}
