import type { Activation } from '../domain/activation.js';
import type { Connection } from '../domain/connection.js';
import { queryKeys } from './queries.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';

/** Below the scope: forgotten with everything else when the session ends. */
function toKey({ scope }: OnboardingSettings, environmentId: string): readonly unknown[] {
  return [...queryKeys.scope(scope), 'formerChoices', environmentId];
}

/**
 * Remembers with which connections an activation ran that is about to be ended, as long as the page
 * lives: whoever activates again begins with them. Call it while the list still holds the activation.
 */
export function keepFormerChoices(
  settings: OnboardingSettings,
  { environmentId, activationId }: { environmentId: string; activationId: string },
): void {
  const { queryClient, scope } = settings;
  const list = queryClient.getQueryData<readonly Activation[]>(
    queryKeys.activations(scope, environmentId),
  );
  const ended = list?.find(({ id }) => id === activationId);
  if (ended === undefined) return;
  const queryKey = toKey(settings, environmentId);
  queryClient.setQueryDefaults(queryKey, { gcTime: Infinity });
  queryClient.setQueryData<Activation['connections']>(queryKey, ended.connections);
}

/** The connection with which the activation ran that the user ended last. */
export function useFormerChoice(
  environmentId: string,
  connectionTemplateId: string,
): Connection | undefined {
  const settings = useOnboardingSettings('useFormerChoice()');
  const connections = settings.queryClient.getQueryData<Activation['connections']>(
    toKey(settings, environmentId),
  );
  return connections?.find((each) => each.connectionTemplateId === connectionTemplateId)
    ?.connection;
}
