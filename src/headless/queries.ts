import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { toBackendError, type BackendError } from '../backend/backendError.js';
import { toReportedError } from './onboardingEvent.js';
import type { OnboardingSettings } from './settings.js';

/** The result of a hook that reads. */
export type Loadable<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: BackendError; readonly retry: () => void }
  | (T & { readonly status: 'ready'; readonly isRefreshing: boolean });

/** Keys of all queries; each starts with the scope, so that users never share an answer. */
export const queryKeys: {
  scope(scope: string): QueryKey;
  integrations(scope: string): QueryKey;
  integration(scope: string, environmentId: string): QueryKey;
  activations(scope: string, environmentId: string): QueryKey;
  connections(
    scope: string,
    environmentId: string,
    connectionTemplateId: string,
    search: string,
  ): QueryKey;
} = {
  scope: (scope) => ['react-versori-onboarding', scope],
  integrations: (scope) => [...queryKeys.scope(scope), 'integrations'],
  integration: (scope, environmentId) => [...queryKeys.scope(scope), 'integration', environmentId],
  activations: (scope, environmentId) => [...queryKeys.scope(scope), 'activations', environmentId],
  connections: (scope, environmentId, connectionTemplateId, search) => [
    ...queryKeys.scope(scope),
    'connections',
    environmentId,
    connectionTemplateId,
    search,
  ],
};

/**
 * Options of every query, whatever the defaults of the host's own client. The host's backend has
 * already retried the platform, so only a request that never reached it is sent again.
 */
export const queryDefaults: {
  readonly networkMode: 'always';
  readonly retry: (count: number, error: Error) => boolean;
  readonly retryDelay: number;
  readonly staleTime: number;
  readonly refetchOnWindowFocus: boolean;
  readonly throwOnError: false;
} = {
  networkMode: 'always',
  retry: (count, error) => count < 1 && toBackendError(error).code === 'offline',
  retryDelay: 500,
  staleTime: 10_000,
  refetchOnWindowFocus: true,
  throwOnError: false,
};

/**
 * Calls the backend. Rejects with a `BackendError` whatever the port throws, and reports it to the
 * host; `unauthenticated` also drops everything that was read and drafted.
 */
export async function callBackend<T>(
  settings: OnboardingSettings,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    if (isAbort(thrown)) throw thrown;
    const error = toBackendError(thrown);
    settings.emit({ type: 'error', error: toReportedError(error) });
    if (error.code === 'unauthenticated') dropSession(settings, error);
    throw error;
  }
}

/**
 * Compares the name: a `DOMException` of another realm, such as an iframe's, fails `instanceof`.
 */
function isAbort(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError'
  );
}

/**
 * The next person at this browser may be another: nothing read for the last one stays on screen.
 */
function dropSession(settings: OnboardingSettings, error: BackendError): void {
  settings.drafts.clear();
  settings.unsettledWrites.clear();
  const cache: ReturnType<QueryClient['getQueryCache']> = settings.queryClient.getQueryCache();
  for (const query of cache.findAll({ queryKey: queryKeys.scope(settings.scope) })) {
    if (query.state.fetchStatus !== 'idle') continue;
    query.setState({ ...query.state, data: undefined, dataUpdatedAt: 0, error, status: 'error' });
  }
}

/** The part of a query's result that `toLoadable` reads. */
interface Result {
  readonly data: unknown;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

/**
 * Maps a query to one of three states. Data that was read once stays when reading it again fails:
 * the error is in the event stream, and the next focus tries again.
 */
export function toLoadable<T, D>(
  result: Result & { data: D | undefined },
  ready: (data: D) => T,
): Loadable<T> {
  if (result.data !== undefined) {
    return { ...ready(result.data), status: 'ready', isRefreshing: result.isFetching };
  }
  if (result.error && !result.isFetching) {
    return {
      status: 'error',
      error: toBackendError(result.error),
      retry: () => void result.refetch(),
    };
  }
  return { status: 'loading' };
}
