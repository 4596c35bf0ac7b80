import { toActivation } from '../projections.js';
import { findIntegration } from '../visit.js';
import type { Operation } from './operation.js';

export const listActivations: Operation = async ({ visit, services, parameters }) => {
  const integration = findIntegration(visit, parameters['environmentId']);
  const { environmentId } = integration;
  const [definition, activations] = await Promise.all([
    services.getDefinition(visit, integration),
    services.activationLists.list(visit, environmentId),
  ]);
  const place = { environmentId, definition, keyring: services.keyring };
  const items = await Promise.all(activations.map((each) => toActivation(each, place)));
  return { status: 200, body: { items } };
};
