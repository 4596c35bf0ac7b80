import { useQuery } from '@tanstack/react-query';
import type { IntegrationSummary } from '../domain/integration.js';
import { callBackend, queryDefaults, queryKeys, toLoadable, type Loadable } from './queries.js';
import { useOnboardingSettings } from './settings.js';

/**
 * Reads every integration that the host offers, each with the state of the user's activations, in
 * one request; again on focus and after each change made here.
 */
export function useIntegrations(): Loadable<{
  readonly integrations: readonly IntegrationSummary[];
}> {
  const settings = useOnboardingSettings('useIntegrations()');
  const result = useQuery(
    {
      ...queryDefaults,
      queryKey: queryKeys.integrations(settings.scope),
      queryFn: ({ signal }) =>
        callBackend(settings, () => settings.backend.listIntegrations({ signal })),
    },
    settings.queryClient,
  );
  return toLoadable(result, (integrations) => ({ integrations }));
}
