import { lazyModule, type Chunk } from '../parts/lazyModule.js';

/** Values of variables, and what stands at the end: fetched while the user still chooses accounts. */
export const reviewChunk: Chunk<typeof import('./reviewAndDone.js')> = lazyModule(
  () => import('./reviewAndDone.js'),
);
