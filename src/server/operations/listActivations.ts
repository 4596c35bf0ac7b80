import { toActivation } from '../projections.js';
import { findIntegration } from '../requestContext.js';
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
  const place = { environmentId, definition, keyring: services.keyring, secrets };
  const items = await Promise.all(activations.map((each) => toActivation(each, place)));
  return { status: 200, body: { items } };
};
