import {
  useInfiniteQuery,
  type InfiniteData,
  type Query,
  type QueryKey,
} from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { toBackendError, type BackendError } from '../backend/backendError.js';
import type { Connection } from '../domain/connection.js';
import type { Page } from '../domain/page.js';
import { callBackend, queryDefaults, queryKeys, toLoadable, type Loadable } from './queries.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';

export interface ConnectionsInput {
  readonly environmentId: string;
  readonly connectionTemplateId: string;
  /** The backend matches it against names and hosts; absent or empty: all. */
  readonly search?: string;
}

export interface ConnectionList {
  /** The pages loaded so far, each connection once. */
  readonly connections: readonly Connection[];
  /** How many there are in all; absent where the backend does not know. */
  readonly totalCount?: number;
  readonly hasMore: boolean;
  /** True: the search did not see all connections, so there may be more matches. */
  readonly isIncomplete: boolean;
  readonly isLoadingMore: boolean;
  /** Why the next page failed to load; the loaded ones stay, and `loadMore` tries again. */
  readonly moreError?: BackendError;
  readonly loadMore: () => void;
  /** Reads the loaded pages again; resolves with them, or with the former ones if that fails. */
  readonly refresh: () => Promise<readonly Connection[]>;
  /** True: the connections are still those of the former search. */
  readonly isOutdated: boolean;
}

type ConnectionPages = InfiniteData<Page<Connection>, string | undefined>;

type RefreshRule = (query: Query<Page<Connection>, Error, ConnectionPages>) => boolean;

interface ConnectionsQuery extends Omit<typeof queryDefaults, 'refetchOnWindowFocus'> {
  readonly queryKey: QueryKey;
  readonly queryFn: (context: {
    signal: AbortSignal;
    pageParam: string | undefined;
  }) => Promise<Page<Connection>>;
  readonly initialPageParam: string | undefined;
  readonly getNextPageParam: (page: Page<Connection>) => string | undefined;
  readonly refetchOnWindowFocus: RefreshRule;
  readonly refetchOnMount: RefreshRule;
}

/** The query of a template's connections, to read or to prefetch. */
export function connectionsQuery(
  settings: OnboardingSettings,
  { environmentId, connectionTemplateId, search = '' }: ConnectionsInput,
): ConnectionsQuery {
  return {
    ...queryDefaults,
    queryKey: queryKeys.connections(settings.scope, environmentId, connectionTemplateId, search),
    queryFn: ({ signal, pageParam: after }) =>
      callBackend(settings, () =>
        settings.backend.listConnections(
          { environmentId, connectionTemplateId, search, ...(after !== undefined && { after }) },
          { signal },
        ),
      ),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next,
    refetchOnWindowFocus: isShort,
    refetchOnMount: isShort,
  };
}

/**
 * A query reads all its loaded pages again, one by one: too many requests for a focus or a mount.
 */
function isShort({ state }: Parameters<RefreshRule>[0]): boolean {
  return (state.data?.pages.length ?? 0) <= 1;
}

/** Reads the user's own connections for a connection template, page by page. */
export function useConnections(input: ConnectionsInput): Loadable<ConnectionList> {
  const settings = useOnboardingSettings('useConnections()');
  const query = connectionsQuery(settings, input);
  const result = useInfiniteQuery<
    Page<Connection>,
    Error,
    ConnectionPages,
    QueryKey,
    string | undefined
  >(
    {
      ...query,
      placeholderData: (data, previous) =>
        isSameList(query.queryKey, previous?.queryKey) ? data : undefined,
    },
    settings.queryClient,
  );
  const { data, fetchNextPage, refetch } = result;
  const connections = useMemo(() => toUnique(data?.pages ?? []), [data]);
  const refresh = useCallback(async () => toUnique((await refetch()).data?.pages ?? []), [refetch]);
  return toLoadable(result, ({ pages }) => {
    const last = pages.at(-1);
    const totalCount = last?.totalCount;
    return {
      connections,
      ...(totalCount !== undefined && { totalCount }),
      hasMore: result.hasNextPage,
      isIncomplete: last?.incomplete === true,
      isLoadingMore: result.isFetchingNextPage,
      ...(result.isFetchNextPageError && { moreError: toBackendError(result.error) }),
      loadMore: () => void fetchNextPage(),
      refresh,
      isOutdated: result.isPlaceholderData,
    };
  });
}

/** A connection made while paging can appear on two pages. */
function toUnique(pages: readonly Page<Connection>[]): readonly Connection[] {
  const byId = new Map<string, Connection>();
  for (const page of pages) for (const item of page.items) byId.set(item.id, item);
  return [...byId.values()];
}

/**
 * Whether two keys differ in their search alone: only then may one's data stand in for the other's.
 */
function isSameList(key: QueryKey, other: QueryKey | undefined): boolean {
  return other !== undefined && key.slice(0, -1).every((part, index) => part === other[index]);
}
