import { useQuery } from '@tanstack/react-query';
import type { Connection } from '../domain/connection.js';
import { walkConnectionPages } from './connectionWalk.js';
import { callBackend, queryDefaults, queryKeys } from './queries.js';
import { useOnboardingSettings } from './settings.js';
import type { ConnectionsInput } from './useConnections.js';

/**
 * One connection of the user, wherever in the list it is: the backend is asked page after page, so
 * name one only where it is not loaded. `undefined` while it is looked for and where there is none.
 */
export function useConnectionById(
  target: Omit<ConnectionsInput, 'search'>,
  connectionId: string | undefined,
): Connection | undefined {
  const settings = useOnboardingSettings('useConnectionById()');
  const { environmentId, connectionTemplateId } = target;
  const listKey = queryKeys.connections(settings.scope, environmentId, connectionTemplateId, '');
  const { data } = useQuery<Connection | null>(
    {
      ...queryDefaults,
      refetchOnWindowFocus: false,
      enabled: connectionId !== undefined,
      queryKey: [...listKey, connectionId],
      queryFn: ({ signal }) =>
        callBackend(settings, async () => {
          for await (const { items } of walkConnectionPages(settings, target, signal)) {
            const found = items.find(({ id }) => id === connectionId);
            if (found !== undefined) return found;
          }
          return null;
        }),
    },
    settings.queryClient,
  );
  return data ?? undefined;
}
