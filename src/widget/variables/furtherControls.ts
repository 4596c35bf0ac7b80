import { createChunk, type Chunk } from '../parts/chunk.js';

/** The controls of all fields but texts, numbers and groups, in a chunk of their own. */
export const furtherControls: Chunk<typeof import('./furtherControlsChunk.js')> = createChunk(
  () => import('./furtherControlsChunk.js'),
);
