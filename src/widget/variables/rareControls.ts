import { createChunk, type Chunk } from '../parts/chunk.js';

/** The controls that few schemas need, in a chunk of their own. */
export const rareControls: Chunk<typeof import('./rareControlsChunk.js')> = createChunk(
  () => import('./rareControlsChunk.js'),
);
