import type { ReactNode } from 'react';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';

export interface SkeletonProps {
  readonly rows: number;
  readonly shape: 'row' | 'card' | 'field';
  /** True: another outline before it has said already that something loads. */
  readonly isSilent?: boolean | undefined;
}

/** Outlines what is loading, at its size. */
export function Skeleton({ rows, shape, isSilent }: SkeletonProps): ReactNode {
  return (
    <SkeletonFrame name="skeleton" shape={shape} isSilent={isSilent}>
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
  readonly isSilent?: boolean | undefined;
  /** Hidden from screen readers, each by itself. */
  readonly children: ReactNode;
}

/** What every outline is for a screen reader: one message that something loads. */
export function SkeletonFrame(props: SkeletonFrameProps): ReactNode {
  const { name, shape, isSilent = false, children } = props;
  const part = usePart();
  const { t } = useText();
  return (
    <div {...part(name, 'loading')} data-shape={shape}>
      {!isSilent && (
        <span role="status" className="onb-visually-hidden">
          {t('loading')}
        </span>
      )}
      {children}
    </div>
  );
}
