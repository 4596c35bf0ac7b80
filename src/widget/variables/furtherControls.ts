import { lazyModule, type Chunk } from '../parts/lazyModule.js';

/** The controls of all fields but texts, numbers and groups, in a chunk of their own. */
export const furtherControls: Chunk<typeof import('./furtherControlsChunk.js')> = lazyModule(
  () => import('./furtherControlsChunk.js'),
);
