import { useId, type ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import { Icon } from '../parts/Icon.js';
import { usePart } from '../root/part.js';
import { useText, type Text } from '../root/text.js';
import { LONGEST_SEARCH, type ConnectionsFilter } from './useFilteredConnections.js';
import { useRested } from './useRested.js';

/** A count that changes with every key is not read out until the keys rest. */
const ANNOUNCE_DELAY_MS = 600;

interface ConnectionFilterProps {
  readonly filter: ConnectionsFilter;
  /** How many of what matches stand in the page. */
  readonly shownCount: number;
}

/** The filter field, and how many accounts it leaves. */
export function ConnectionFilter({ filter, shownCount }: ConnectionFilterProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  const id = useId();
  const { search, setSearch, isSearching, isIncomplete, searchError, retrySearch } = filter;
  const isEmpty = shownCount === 0 && !isSearching;
  const count = isSearching ? t('template.searching') : toCount(t, filter, shownCount);
  const said = isEmpty ? t('template.filter.none', { search: search.trim() }) : count;
  const announced = useRested(said, ANNOUNCE_DELAY_MS);
  return (
    <div {...part('filter')}>
      <label className="onb-visually-hidden" htmlFor={id}>
        {t('template.filter')}
      </label>
      <span className="onb-filter-field">
        <Icon name="search" />
        <input
          id={id}
          className="onb-input"
          type="search"
          form=""
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={LONGEST_SEARCH}
          placeholder={t('template.filter.placeholder')}
          aria-keyshortcuts="/"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <kbd className="onb-key" aria-hidden="true">
          /
        </kbd>
      </span>
      <p className="onb-visually-hidden" role="status">
        {announced}
      </p>
      {!isEmpty && <p {...part('count', isSearching ? 'searching' : undefined)}>{count}</p>}
      {isEmpty && (
        <div {...part('empty')}>
          <p dir="auto">{said}</p>
          <Button variant="plain" onClick={() => setSearch('')}>
            {t('template.filter.clear')}
          </Button>
        </div>
      )}
      {isIncomplete && <p {...part('hint')}>{t('template.incomplete')}</p>}
      {searchError && (
        <p {...part('error')} role="alert">
          {t('template.searchFailed')}{' '}
          <Button variant="quiet" part="retry" onClick={retrySearch}>
            {t('retry')}
          </Button>
        </p>
      )}
    </div>
  );
}

function toCount(t: Text['t'], { totalCount, more }: ConnectionsFilter, count: number): string {
  if (totalCount !== undefined && totalCount > count) {
    return t('template.countOf', { count, total: totalCount });
  }
  return t(more.hasMore ? 'template.countOfMany' : 'template.count', { count });
}
