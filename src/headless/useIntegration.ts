import { queryOptions, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { toBackendError } from '../backend/backendError.js';
import { warnDeveloper } from '../backend/warnDeveloper.js';
import type { Integration } from '../domain/integration.js';
import { callBackend, queryDefaults, queryKeys, toLoadable, type Loadable } from './queries.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';
import { warnOfUnlisted } from './warnOfUnlisted.js';

/** The query of one integration, to read or to refetch. Idle while the id is empty. */
export function integrationQuery(
  settings: OnboardingSettings,
  environmentId: string,
): UseQueryOptions<Integration> {
  return queryOptions({
    ...queryDefaults,
    staleTime: 60_000,
    queryKey: queryKeys.integration(settings.scope, environmentId),
    enabled: environmentId !== '',
    queryFn: ({ signal }) => readIntegration(settings, environmentId, signal),
  });
}

async function readIntegration(
  settings: OnboardingSettings,
  environmentId: string,
  signal: AbortSignal,
): Promise<Integration> {
  const read = (): Promise<Integration> =>
    settings.backend.getIntegration({ environmentId }, { signal });
  try {
    return await callBackend(settings, read);
  } catch (error) {
    if (process.env.NODE_ENV !== 'production') {
      warnOfUnlisted(settings, environmentId, toBackendError(error)).catch(() => undefined);
    }
    throw error;
  }
}

/** Reads one integration with its connection templates and the schema of its dynamic variables. */
export function useIntegration(
  environmentId: string,
): Loadable<{ readonly integration: Integration }> {
  const settings = useOnboardingSettings('useIntegration()');
  if (process.env.NODE_ENV !== 'production' && environmentId === '') {
    warnDeveloper(
      'environmentId is empty, so nothing is read and the component keeps loading. Pass the environmentId of an integration that your backend lists.',
    );
  }
  const result = useQuery(integrationQuery(settings, environmentId), settings.queryClient);
  return toLoadable(result, (integration) => ({ integration }));
}
