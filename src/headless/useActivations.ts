import { queryOptions, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useEffect } from 'react';
import { toListed, type Activation, type ListedActivations } from '../domain/activation.js';
import { callBackend, queryDefaults, queryKeys, toLoadable, type Loadable } from './queries.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';

/** The query of a user's activations in one environment. */
export function activationsQuery(
  settings: OnboardingSettings,
  environmentId: string,
): UseQueryOptions<ListedActivations> {
  return queryOptions({
    ...queryDefaults,
    // However fresh: the user may come back to see what another tab has just done.
    refetchOnWindowFocus: 'always',
    enabled: environmentId !== '',
    queryKey: queryKeys.activations(settings.scope, environmentId),
    queryFn: ({ signal }) =>
      callBackend(settings, () => settings.backend.listActivations({ environmentId }, { signal })),
  });
}

export interface CurrentActivations {
  readonly activations: readonly Activation[];
  /** True: the user has more than the backend lists. */
  readonly isIncomplete: boolean;
  /**
   * Reads the list again, and the connections to choose from. Resolves with the list, or with the
   * former one if that fails.
   */
  readonly refresh: () => Promise<readonly Activation[]>;
}

/**
 * Reads the signed-in user's current activations of one integration, again on focus and after each
 * change made here.
 */
export function useActivations(environmentId: string): Loadable<CurrentActivations> {
  const settings = useOnboardingSettings('useActivations()');
  const result = useQuery(activationsQuery(settings, environmentId), settings.queryClient);
  useRefreshOnFocus(settings, environmentId);
  const refresh = (known: readonly Activation[]) => {
    // All templates and searches of the environment: what their keys begin with.
    const queryKey = queryKeys.connections(settings.scope, environmentId, '', '').slice(0, -2);
    void settings.queryClient.invalidateQueries({ queryKey });
    return refreshActivations(settings, environmentId).catch(() => known);
  };
  return toLoadable(result, (activations) => ({
    activations,
    isIncomplete: activations.incomplete === true,
    refresh: () => refresh(activations),
  }));
}

/** The query client notices a tab that is shown again, but not a window that was beside another. */
function useRefreshOnFocus(settings: OnboardingSettings, environmentId: string): void {
  useEffect(() => {
    const { queryKey } = activationsQuery(settings, environmentId);
    const refresh = (): void => {
      void settings.queryClient.refetchQueries(
        { queryKey, type: 'active' },
        { cancelRefetch: false },
      );
    };
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [settings, environmentId]);
}

/**
 * Reads the list of an environment again. Rejects with a `BackendError` if it cannot be read; the
 * former list then stays.
 */
export async function refreshActivations(
  settings: OnboardingSettings,
  environmentId: string,
): Promise<ListedActivations> {
  const query = activationsQuery(settings, environmentId);
  // A read in flight started too early to show what this one is for.
  await settings.queryClient.cancelQueries({ queryKey: query.queryKey });
  return settings.queryClient.fetchQuery({ ...query, staleTime: 0 });
}

/** Reads the list, and the hub if one is shown, in the background after a write. */
export function refreshAfterWrite(settings: OnboardingSettings, environmentId: string): void {
  refreshSummaries(settings);
  // `callBackend` reports a failure; the next focus reads again.
  refreshActivations(settings, environmentId).catch(() => undefined);
}

function refreshSummaries({ queryClient, scope }: OnboardingSettings): void {
  void queryClient.invalidateQueries({ queryKey: queryKeys.integrations(scope) });
}

/** Puts an activation of an answer into the cached list, without reading the list again. */
export function keepActivation(settings: OnboardingSettings, activation: Activation): void {
  settings.queryClient.setQueryData<ListedActivations>(
    queryKeys.activations(settings.scope, activation.environmentId),
    (list: ListedActivations = []) => {
      const isKnown = list.some(({ id }) => id === activation.id);
      if (!isKnown) return toListed([...list, activation], list);
      const replaced = list.map((known) => (known.id === activation.id ? activation : known));
      return toListed(replaced, list);
    },
  );
  refreshSummaries(settings);
}
