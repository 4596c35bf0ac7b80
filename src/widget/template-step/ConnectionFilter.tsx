import { useId, type ReactNode } from 'react';
import type { ConnectionList } from '../../headless/useConnections.js';
import { Button } from '../parts/Button.js';
import { Icon } from '../parts/Icon.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import type { ConnectionsFilter } from './useFilteredConnections.js';

interface ConnectionFilterProps {
  readonly filter: ConnectionsFilter;
  readonly list: ConnectionList;
}

/** The filter field, and how many accounts it leaves, said aloud as it changes. */
export function ConnectionFilter({ filter, list }: ConnectionFilterProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  const id = useId();
  const { search, setSearch, connections, isSearching, isIncomplete } = filter;
  const isEmpty = search !== '' && connections.length === 0 && !isSearching;
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
          placeholder={t('template.filter.placeholder')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </span>
      <p {...part('count')} role="status">
        {isSearching ? t('template.searching') : toCount(t, filter, list)}
        {isIncomplete && ` ${t('template.incomplete')}`}
      </p>
      {isEmpty && (
        <div {...part('empty')}>
          <p>{t('template.filter.none', { search })}</p>
          <Button variant="plain" onClick={() => setSearch('')}>
            {t('template.filter.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}

function toCount(
  t: ReturnType<typeof useText>['t'],
  { search, connections }: ConnectionsFilter,
  { totalCount, hasMore }: ConnectionList,
): string {
  const count = connections.length;
  if (search === '' && hasMore && totalCount !== undefined) {
    return t('template.countOf', { count, total: totalCount });
  }
  return t('template.count', { count });
}
