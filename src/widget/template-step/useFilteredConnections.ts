import { useEffect, useMemo, useState } from 'react';
import { isUsable, type Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useConnections, type ConnectionList } from '../../headless/useConnections.js';

/** How long typing rests before the backend is asked. */
const SEARCH_DELAY_MS = 250;

export interface ConnectionsFilter {
  readonly search: string;
  readonly setSearch: (search: string) => void;
  /** What matches, those that work first. */
  readonly connections: readonly Connection[];
  /** The backend is still looking for matches beyond what is loaded. */
  readonly isSearching: boolean;
  /** The backend did not see all: there may be more matches. */
  readonly isIncomplete: boolean;
}

/**
 * Filters what is loaded at once, while typing; what is not loaded is asked from the backend when
 * the typing rests, and joins in below.
 */
export function useFilteredConnections(
  environmentId: string,
  template: ConnectionTemplate,
  list: ConnectionList,
): ConnectionsFilter {
  const [search, setSearch] = useState('');
  const rested = useRested(search.trim(), SEARCH_DELAY_MS);
  const asked = list.hasMore ? rested : '';
  const found = useConnections({
    environmentId,
    connectionTemplateId: template.id,
    search: asked,
  });
  const foundConnections = found.status === 'ready' && !found.isOutdated ? found.connections : NONE;
  const connections = useMemo(() => {
    const matches = search.trim() === '' ? list.connections : filter(list.connections, search);
    const more = asked === '' ? NONE : filter(foundConnections, search);
    return byUsability(join(matches, more));
  }, [asked, foundConnections, list.connections, search]);
  const isWaiting = list.hasMore && search.trim() !== '';
  return {
    search,
    setSearch,
    connections,
    isSearching:
      isWaiting &&
      (search.trim() !== asked ||
        found.status === 'loading' ||
        (found.status === 'ready' && found.isOutdated)),
    isIncomplete: isWaiting && found.status === 'ready' && found.isIncomplete,
  };
}

const NONE: readonly Connection[] = [];

function filter(connections: readonly Connection[], search: string): readonly Connection[] {
  const words = search.trim().toLocaleLowerCase().split(/\s+/);
  return connections.filter(({ name, baseUrl = '' }) => {
    const text = `${name} ${baseUrl}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function join(first: readonly Connection[], second: readonly Connection[]): readonly Connection[] {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))];
}

/** Stable within each half, so that rows do not jump about. */
function byUsability(connections: readonly Connection[]): readonly Connection[] {
  return [
    ...connections.filter((connection) => isUsable(connection)),
    ...connections.filter((connection) => !isUsable(connection)),
  ];
}

/** The value once it has not changed for a while. */
function useRested(value: string, delayMs: number): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return rested;
}
