import type { ReactNode } from 'react';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';

/** Outlines the cards while they load. */
export function HubSkeleton(): ReactNode {
  const part = usePart();
  const { t } = useText();
  return (
    <div {...part('hub-skeleton', 'loading')}>
      <span role="status" className="onb-visually-hidden">
        {t('loading')}
      </span>
      <div className="onb-hub-list" aria-hidden="true">
        {['one', 'two', 'three', 'four', 'five', 'six'].map((key) => (
          <div key={key} className="onb-hub-card">
            <span className="onb-skeleton-tile" />
            <span className="onb-skeleton-line" />
            <span className="onb-hub-description">
              <span className="onb-skeleton-line" />
              <span className="onb-skeleton-line" data-short="" />
            </span>
            <span className="onb-hub-state">
              <span className="onb-skeleton-line" data-short="" />
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
