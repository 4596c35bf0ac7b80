import { useQuery } from '@tanstack/react-query';
import type { Connection } from '../domain/connection.js';
import { walkConnectionPages } from './connectionWalk.js';
import { callBackend, queryDefaults, queryKeys } from './queries.js';
import { useOnboardingSettings } from './settings.js';
import type { ConnectionsInput } from './useConnections.js';

/**
 * Finds a connection of the user by reading the list page by page, so pass an id only if the
 * connection is not loaded. `undefined` while it is searched, and if there is none.
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
