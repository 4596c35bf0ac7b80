import type { Integration } from '../../domain/integration.js';
import { toShownTemplate, toSummary } from '../projections.js';
import { findIntegration } from '../visit.js';
import type { Operation } from './operation.js';
import { recallActivations } from './summarise.js';

export const getIntegration: Operation = async ({ visit, services, parameters }) => {
  const integration = findIntegration(visit, parameters['environmentId']);
  const [definition, activations] = await Promise.all([
    services.getDefinition(visit, integration),
    recallActivations(services, visit, integration),
  ]);
  const body: Integration = {
    ...toSummary(integration, definition, activations),
    connectionTemplates: definition.templates.map(toShownTemplate),
    variablesSchema: definition.variablesSchema,
  };
  return { status: 200, body };
};
