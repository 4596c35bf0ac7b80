import { useCallback, useEffect, useMemo, useState } from 'react';
import type { BackendError } from '../../backend/backendError.js';
import { isUsable, type Connection } from '../../domain/connection.js';
import { createConnectionMatcher } from '../../domain/connectionSearch.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useConnections, type ConnectionList } from '../../headless/useConnections.js';

/** How long typing rests before the backend is asked. */
const SEARCH_DELAY_MS = 250;

/** The backend takes no longer search. */
export const LONGEST_SEARCH = 200;

export interface ConnectionsFilter {
  readonly search: string;
  readonly setSearch: (search: string) => void;
  /** What matches among what is loaded and what was found, those that work first. */
  readonly connections: readonly Connection[];
  /** How many there are in all, where that is known. */
  readonly totalCount?: number;
  /** The backend is still looking for matches beyond what is loaded. */
  readonly isSearching: boolean;
  /** The backend did not see all: there may be more matches. */
  readonly isIncomplete: boolean;
  /** The search failed: only what is loaded was looked at. */
  readonly searchError?: BackendError;
  readonly retrySearch?: () => void;
  /** Where more of these comes from. */
  readonly more: Pick<ConnectionList, 'hasMore' | 'isLoadingMore' | 'moreError' | 'loadMore'>;
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
  const { search, setSearch, wanted, rested } = useSearch();
  const asked = list.hasMore ? rested : '';
  const found = useConnections({
    environmentId,
    connectionTemplateId: template.id,
    search: asked,
  });
  const isAsked = list.hasMore && wanted !== '';
  const isCurrent = asked === wanted && (found.status !== 'ready' || !found.isOutdated);
  const foundConnections = isAsked && found.status === 'ready' ? found.connections : NONE;
  const sorted = useMemo(() => byUsability(list.connections), [list.connections]);
  const connections = useMemo(() => {
    if (wanted === '') return sorted;
    const matches = createConnectionMatcher(wanted);
    const loaded = sorted.filter(matches);
    if (foundConnections.length === 0) return loaded;
    // What was found for an earlier search stays while it fits, so that nothing jumps away and back.
    const more = isCurrent ? foundConnections : foundConnections.filter(matches);
    return byUsability(join(loaded, more));
  }, [foundConnections, isCurrent, sorted, wanted]);
  const isFound = isAsked && isCurrent && found.status === 'ready';
  return {
    search,
    setSearch,
    connections,
    ...toTotal(wanted, connections, list),
    isSearching: isAsked && (!isCurrent || found.status === 'loading'),
    isIncomplete: isFound && found.isIncomplete,
    ...(isAsked &&
      isCurrent &&
      found.status === 'error' && { searchError: found.error, retrySearch: found.retry }),
    more: wanted === '' ? list : isFound ? found : NO_MORE,
  };
}

const NONE: readonly Connection[] = [];
const NO_MORE: ConnectionsFilter['more'] = {
  hasMore: false,
  isLoadingMore: false,
  loadMore: () => undefined,
};

/** The list's own count where nothing is filtered, that of the matches where all were looked at. */
function toTotal(
  wanted: string,
  { length }: readonly Connection[],
  { hasMore, totalCount }: ConnectionList,
): { totalCount?: number } {
  if (!hasMore) return { totalCount: length };
  return wanted === '' && totalCount !== undefined ? { totalCount } : {};
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

/** What is typed, and what of it has rested long enough to be asked for. */
function useSearch(): Pick<ConnectionsFilter, 'search' | 'setSearch'> & {
  readonly wanted: string;
  readonly rested: string;
} {
  const [search, setText] = useState('');
  const [rested, setRested] = useState('');
  const wanted = search.trim();
  useEffect(() => {
    const timer = setTimeout(() => setRested(wanted), SEARCH_DELAY_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const setSearch = useCallback((text: string) => {
    setText(text);
    // Whoever empties the field is through with that search: it must not begin anew behind the next.
    if (text.trim() === '') setRested('');
  }, []);
  return { search, setSearch, wanted, rested };
}
