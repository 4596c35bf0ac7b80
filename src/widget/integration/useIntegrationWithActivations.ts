import type { Integration } from '../../domain/integration.js';
import { useActivations, type CurrentActivations } from '../../headless/useActivations.js';
import { useIntegration } from '../../headless/useIntegration.js';
import type { NotLoadedState } from '../parts/NotLoaded.js';

/** An integration and what the user has active of it. */
export interface IntegrationWithActivations extends CurrentActivations {
  readonly status: 'ready';
  readonly integration: Integration;
}

/** Reads both at once; ready once both are, failed where one is. */
export function useIntegrationWithActivations(
  environmentId: string,
): IntegrationWithActivations | NotLoadedState {
  const integration = useIntegration(environmentId);
  const activations = useActivations(environmentId);
  if (integration.status === 'error') return integration;
  if (activations.status === 'error') return activations;
  if (integration.status === 'loading' || activations.status === 'loading') {
    return { status: 'loading' };
  }
  return { ...activations, integration: integration.integration };
}
