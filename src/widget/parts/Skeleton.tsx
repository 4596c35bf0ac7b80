import type { ReactNode } from 'react';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';

export interface SkeletonProps {
  readonly rows: number;
  readonly shape: 'row' | 'card' | 'field';
}

/** Outlines what is loading, at its size. */
export function Skeleton({ rows, shape }: SkeletonProps): ReactNode {
  return (
    <SkeletonFrame name="skeleton" shape={shape}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="onb-skeleton-row" aria-hidden="true">
          <span className="onb-skeleton-tile" />
          <span className="onb-skeleton-line" />
          <span className="onb-skeleton-line" data-short="" />
        </div>
      ))}
    </SkeletonFrame>
  );
}

interface SkeletonFrameProps {
  readonly name: 'skeleton' | 'hub-skeleton';
  readonly shape?: string;
  /** Hidden from screen readers, each by itself. */
  readonly children: ReactNode;
}

/** What every outline is for a screen reader: one message that something loads. */
export function SkeletonFrame({ name, shape, children }: SkeletonFrameProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  return (
    <div {...part(name, 'loading')} data-shape={shape}>
      <span role="status" className="onb-visually-hidden">
        {t('loading')}
      </span>
      {children}
    </div>
  );
}
