import { queryOptions, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { Activation } from '../domain/activation.js';
import { ask, queryDefaults, queryKeys, toLoadable, type Loadable } from './queries.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';

/** The query of a user's activations in one environment. */
export function activationsQuery(
  settings: OnboardingSettings,
  environmentId: string,
): UseQueryOptions<readonly Activation[]> {
  return queryOptions({
    ...queryDefaults,
    queryKey: queryKeys.activations(settings.scope, environmentId),
    queryFn: ({ signal }) =>
      ask(settings, () => settings.backend.listActivations({ environmentId }, { signal })),
  });
}

/** The signed-in user's current activations of one integration; read again on focus. */
export function useActivations(
  environmentId: string,
): Loadable<{ readonly activations: readonly Activation[] }> {
  const settings = useOnboardingSettings('useActivations()');
  const result = useQuery(activationsQuery(settings, environmentId), settings.queryClient);
  return toLoadable(result, (activations) => ({ activations }));
}

/** Puts an activation that the backend answered with into the list, without asking for the rest. */
export function keepActivation(settings: OnboardingSettings, activation: Activation): void {
  settings.queryClient.setQueryData<readonly Activation[]>(
    queryKeys.activations(settings.scope, activation.environmentId),
    (list = []) => {
      const isKnown = list.some(({ id }) => id === activation.id);
      if (!isKnown) return [...list, activation];
      return list.map((known) => (known.id === activation.id ? activation : known));
    },
  );
}
