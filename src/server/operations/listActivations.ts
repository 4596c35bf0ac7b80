import type { Activation } from '../../domain/activation.js';
import type { PlatformActivation } from '../platform/shapes.js';
import { toActivation } from '../projections.js';
import { findIntegration } from '../requestContext.js';
import { createSlices } from '../slices.js';
import type { Operation } from './operation.js';

export const listActivations: Operation<'listActivations'> = async ({
  context,
  services,
  parameters,
}) => {
  const integration = findIntegration(context, parameters.environmentId);
  const { environmentId } = integration;
  const [definition, activations] = await Promise.all([
    services.getDefinition(context, integration),
    services.activationLists.list(context, environmentId),
  ]);
  const secrets = services.createSecretWalk(context, definition);
  const { externalId } = context.user;
  const place = { environmentId, externalId, definition, keyring: services.keyring, secrets };
  const listed = takeNewest(activations, services.settings.maxActivations);
  const items: Activation[] = [];
  const slices = createSlices();
  for (const each of listed) {
    items.push(await toActivation(each, place));
    await slices.pauseIfDue();
  }
  const incomplete = listed.length < activations.length || undefined;
  return { status: 200, body: { items, incomplete } };
};

/** In the platform's order. Activations have no time, but their ids are ULIDs, which begin with it. */
function takeNewest(
  activations: readonly PlatformActivation[],
  count: number,
): readonly PlatformActivation[] {
  if (activations.length <= count) return activations;
  const byAge = activations.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const newest = new Set(byAge.slice(-count));
  return activations.filter((each) => newest.has(each));
}
