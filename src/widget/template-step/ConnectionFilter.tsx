import type { ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import { SearchInput } from '../parts/SearchInput.js';
import { usePart } from '../root/part.js';
import { useText, type Text } from '../root/text.js';
import { LONGEST_SEARCH, type ConnectionsFilter } from './useFilteredConnections.js';
import { useRested } from './useRested.js';

/** A count that changes with every key would be read out with every key. */
const COUNT_DELAY_MS = 400;

interface ConnectionFilterProps {
  readonly filter: ConnectionsFilter;
  /** How many of what matches stand in the page. */
  readonly shownCount: number;
}

/** The filter field, and how many connections it leaves. */
export function ConnectionFilter({ filter, shownCount }: ConnectionFilterProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { search, setSearch, isSearching, isIncomplete, searchError, retrySearch } = filter;
  const isEmpty = shownCount === 0 && !isSearching;
  const count = isSearching ? t('template.searching') : toCount(t, filter, shownCount);
  const none = t('template.filter.none', { search: search.trim() });
  const shown = useRested(isEmpty ? none : count, COUNT_DELAY_MS);
  return (
    <div {...part('filter')}>
      <SearchInput
        label={t('template.filter')}
        placeholder={t('template.filter.placeholder')}
        search={search}
        onSearch={setSearch}
        maxLength={LONGEST_SEARCH}
        shortcut="/"
      />
      <p {...part('count', isSearching ? 'searching' : undefined)} role="status">
        {shown}
      </p>
      {isEmpty && (
        <div {...part('no-match')}>
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
