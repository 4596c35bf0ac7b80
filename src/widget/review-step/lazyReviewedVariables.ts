import { lazyModule, type LazyModule } from '../parts/lazyModule.js';

/** The values of variables: fetched while the user still chooses connections. */
export const lazyReviewedVariables: LazyModule<typeof import('./ReviewedVariables.js')> =
  lazyModule(() => import('./ReviewedVariables.js'));
