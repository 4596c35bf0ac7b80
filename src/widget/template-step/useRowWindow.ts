import { useMemo, useState } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionsFilter } from './useFilteredConnections.js';

/** Rows that a press on "Show more" adds, and that are there at first. */
const STEP = 30;

/** Rows at the same time at the most: beyond that the first ones make room. */
const MOST_ROWS = 240;

export interface RowWindow {
  readonly rows: readonly Connection[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
  readonly showEarlier: () => void;
  /** Loads what is not loaded yet. */
  readonly showLater: () => void;
}

/**
 * The part of the connections that stands in the page: ten thousand rows would take a second to draw,
 * and a list that draws itself while scrolling cannot be read out. Begins anew with another search.
 */
export function useRowWindow({ connections, search, more }: ConnectionsFilter): RowWindow {
  const [range, setRange] = useState({ search, start: 0, end: STEP });
  const isCurrent = range.search === search && range.start < Math.max(connections.length, 1);
  const { start, end } = isCurrent ? range : { start: 0, end: STEP };
  const rows = useMemo(() => connections.slice(start, end), [connections, start, end]);
  return {
    rows,
    hasEarlier: start > 0,
    hasLater: end < connections.length || more.hasMore,
    showEarlier() {
      const earlier = Math.max(0, start - STEP);
      setRange({ search, start: earlier, end: Math.min(end, earlier + MOST_ROWS) });
    },
    showLater() {
      const isLoaded = end < connections.length;
      const later = (isLoaded ? end : connections.length) + STEP;
      setRange({ search, start: Math.max(start, later - MOST_ROWS), end: later });
      if (!isLoaded) more.loadMore();
    },
  };
}
