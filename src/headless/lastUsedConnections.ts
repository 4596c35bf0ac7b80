import type { QueryKey } from '@tanstack/react-query';
import type { Activation } from '../domain/activation.js';
import type { Connection } from '../domain/connection.js';
import { queryKeys } from './queries.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';

/** Below the scope, so that it is dropped with everything else when the session ends. */
function toQueryKey({ scope }: OnboardingSettings, environmentId: string): QueryKey {
  return [...queryKeys.scope(scope), 'lastUsedConnections', environmentId];
}

/**
 * Remembers the connections of an activation that is about to end, until the page goes: the next
 * flow of the integration starts with them. Reads the cached list, so call it before the activation
 * leaves it.
 */
export function keepLastUsedConnections(
  settings: OnboardingSettings,
  { environmentId, activationId }: { environmentId: string; activationId: string },
): void {
  const { queryClient, scope } = settings;
  const list = queryClient.getQueryData<readonly Activation[]>(
    queryKeys.activations(scope, environmentId),
  );
  const ended = list?.find(({ id }) => id === activationId);
  if (ended === undefined) return;
  const queryKey = toQueryKey(settings, environmentId);
  queryClient.setQueryDefaults(queryKey, { gcTime: Infinity });
  queryClient.setQueryData<Activation['connections']>(queryKey, ended.connections);
}

/** The connection of the activation that the user ended last on this page, to start with again. */
export function useLastUsedConnection(
  environmentId: string,
  connectionTemplateId: string,
): Connection | undefined {
  const settings = useOnboardingSettings('useLastUsedConnection()');
  const connections = settings.queryClient.getQueryData<Activation['connections']>(
    toQueryKey(settings, environmentId),
  );
  return connections?.find((each) => each.connectionTemplateId === connectionTemplateId)
    ?.connection;
}
