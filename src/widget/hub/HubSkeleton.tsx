import type { ReactNode } from 'react';
import { SkeletonFrame } from '../parts/Skeleton.js';

/** Outlines the cards while they load. */
export function HubSkeleton(): ReactNode {
  return (
    <SkeletonFrame name="hub-skeleton">
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
    </SkeletonFrame>
  );
}
