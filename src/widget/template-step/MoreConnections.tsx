import type { ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import { toProblemText } from '../parts/problemText.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import type { ConnectionsFilter } from './useFilteredConnections.js';

interface MoreConnectionsProps {
  readonly filter: ConnectionsFilter;
  readonly hasLater: boolean;
  readonly onMore: () => void;
}

/** Shows more rows: loaded ones first, then the next page, then the rest of an incomplete search. */
export function MoreConnections({ filter, hasLater, onMore }: MoreConnectionsProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { isLoadingMore, moreError } = filter.more;
  if (!hasLater) return null;
  const label = filter.isIncomplete ? 'template.searchOn' : 'template.more';
  return (
    <div {...part('later')}>
      {moreError && !isLoadingMore && (
        <p {...part('error')} role="alert">
          {t('template.moreFailed')} {toProblemText(t, moreError)}
        </p>
      )}
      <Button variant="plain" part="more" isBusy={isLoadingMore} onClick={onMore}>
        {t(isLoadingMore ? 'loading' : moreError ? 'retry' : label)}
      </Button>
    </div>
  );
}
