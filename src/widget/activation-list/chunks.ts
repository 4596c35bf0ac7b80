import { lazyModule, type Chunk } from '../parts/lazyModule.js';

/** For users who have something active: everybody else never needs it before they have. */
export const listChunk: Chunk<typeof import('./Activations.js')> = lazyModule(
  () => import('./Activations.js'),
);
/** Editing, replacing and ending: fetched at the first press on one of them. */
export const changesChunk: Chunk<typeof import('./changesChunk.js')> = lazyModule(
  () => import('./changesChunk.js'),
);
