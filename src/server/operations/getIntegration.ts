import type { Integration } from '../../domain/integration.js';
import { toPublicTemplate, toSummary } from '../projections.js';
import { findIntegration } from '../requestContext.js';
import type { Operation } from './operation.js';
import { listCachedActivations } from './listCachedActivations.js';

export const getIntegration: Operation<'getIntegration'> = async ({
  context,
  services,
  parameters,
}) => {
  const integration = findIntegration(context, parameters.environmentId);
  const [definition, activations] = await Promise.all([
    services.getDefinition(context, integration),
    listCachedActivations(services, context, integration),
  ]);
  const body: Integration = {
    ...toSummary(integration, definition, activations),
    connectionTemplates: definition.templates.map(toPublicTemplate),
    variablesSchema: definition.publicSchema,
  };
  return { status: 200, body };
};
