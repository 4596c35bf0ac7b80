import { queryOptions, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { Integration } from '../domain/integration.js';
import { callBackend, queryDefaults, queryKeys, toLoadable, type Loadable } from './queries.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';

/** The query of one integration, to read or to refetch. */
export function integrationQuery(
  settings: OnboardingSettings,
  environmentId: string,
): UseQueryOptions<Integration> {
  return queryOptions({
    ...queryDefaults,
    staleTime: 60_000,
    queryKey: queryKeys.integration(settings.scope, environmentId),
    queryFn: ({ signal }) =>
      callBackend(settings, () => settings.backend.getIntegration({ environmentId }, { signal })),
  });
}

/** Reads one integration with its connection templates and the schema of its dynamic variables. */
export function useIntegration(
  environmentId: string,
): Loadable<{ readonly integration: Integration }> {
  const settings = useOnboardingSettings('useIntegration()');
  const result = useQuery(integrationQuery(settings, environmentId), settings.queryClient);
  return toLoadable(result, (integration) => ({ integration }));
}
