import type { ReactNode } from 'react';
import type { ActivationsProps } from '../activation-list/Activations.js';
import { LazyBoundary } from '../parts/LazyBoundary.js';
import { lazyModule } from '../parts/lazyModule.js';

/** For users who have something active: everybody else never needs it before they have. */
const lazyList = lazyModule(() => import('../activation-list/Activations.js'));

/** Fetches the list ahead of need. */
export const preloadActivations: () => void = lazyList.preload;

/** The user's activations of one integration, once the code for them has loaded. */
export function LazyActivations(props: ActivationsProps): ReactNode {
  return (
    <LazyBoundary module={lazyList} placeholder="cards">
      {({ Activations }) => <Activations {...props} />}
    </LazyBoundary>
  );
}
