import type { ReactNode } from 'react';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';

/** Outlines what is loading, at its size; screen readers are told once. */
export function Skeleton({
  rows,
  shape,
}: {
  rows: number;
  shape: 'row' | 'card' | 'field';
}): ReactNode {
  const part = usePart();
  const { t } = useText();
  return (
    <div {...part('skeleton', 'loading')} data-shape={shape}>
      <span role="status" className="onb-visually-hidden">
        {t('loading')}
      </span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="onb-skeleton-row" aria-hidden="true">
          <span className="onb-skeleton-tile" />
          <span className="onb-skeleton-line" />
          <span className="onb-skeleton-line" data-short="" />
        </div>
      ))}
    </div>
  );
}
