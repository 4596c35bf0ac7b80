import type { InfiniteData } from '@tanstack/react-query';
import { toListed, type ListedActivations } from '../domain/activation.js';
import type { Connection } from '../domain/connection.js';
import type { ConnectionRef } from '../domain/connectionInput.js';
import type { Page } from '../domain/page.js';
import { queryKeys } from './queries.js';
import type { OnboardingSettings } from './settings.js';
import { refreshAfterWrite } from './useActivations.js';

type Pages = InfiniteData<Page<Connection>>;

type Place = Omit<ConnectionRef, 'connectionId'>;

/**
 * Puts a new or repaired connection into what is cached of the lists of its template, and of the
 * activations that use it; then reads all of these again in the background.
 */
export function keepConnection(
  settings: OnboardingSettings,
  place: Place,
  connection: Connection,
): void {
  changePages(settings, place, ({ pages, ...rest }) => {
    const isKnown = pages.some(({ items }) => items.some(({ id }) => id === connection.id));
    if (isKnown) return { ...rest, pages: pages.map((page) => replaceIn(page, connection)) };
    return { ...rest, pages: pages.map((page, at) => (at === 0 ? add(page, connection) : page)) };
  });
  settings.queryClient.setQueryData<ListedActivations>(
    queryKeys.activations(settings.scope, place.environmentId),
    (list) =>
      list &&
      toListed(
        list.map((activation) => ({
          ...activation,
          connections: activation.connections.map((used) =>
            used.connection.id === connection.id ? { ...used, connection } : used,
          ),
        })),
        list,
      ),
  );
  refresh(settings, place);
}

/** Takes a connection out of the cached lists of its template, and reads them again. */
export function dropConnection(
  settings: OnboardingSettings,
  { connectionId, ...place }: ConnectionRef,
): void {
  changePages(settings, place, ({ pages, ...rest }) => ({
    ...rest,
    pages: pages.map((page) => without(page, connectionId)),
  }));
  refresh(settings, place);
}

function changePages(
  { queryClient, scope }: OnboardingSettings,
  { environmentId, connectionTemplateId }: Place,
  change: (data: Pages) => Pages,
): void {
  const queryKey = queryKeys.connections(scope, environmentId, connectionTemplateId, '');
  queryClient.setQueryData<Pages>(queryKey, (data) => data && change(data));
}

function add({ items, totalCount, ...rest }: Page<Connection>, made: Connection): Page<Connection> {
  return {
    ...rest,
    items: [made, ...items],
    ...(totalCount !== undefined && { totalCount: totalCount + 1 }),
  };
}

function replaceIn(page: Page<Connection>, connection: Connection): Page<Connection> {
  return {
    ...page,
    items: page.items.map((each) => (each.id === connection.id ? connection : each)),
  };
}

function without(page: Page<Connection>, connectionId: string): Page<Connection> {
  const items = page.items.filter(({ id }) => id !== connectionId);
  if (items.length === page.items.length || page.totalCount === undefined)
    return { ...page, items };
  return { ...page, items, totalCount: page.totalCount - 1 };
}

/** Templates of other integrations may be for the same system, so all lists are read again. */
function refresh(settings: OnboardingSettings, { environmentId }: Place): void {
  const queryKey = [...queryKeys.scope(settings.scope), 'connections'];
  void settings.queryClient.invalidateQueries({ queryKey });
  refreshAfterWrite(settings, environmentId);
}
