import { createChunk, type Chunk } from '../parts/chunk.js';

/** Values of variables, and what stands at the end: fetched while the user still chooses accounts. */
export const reviewChunk: Chunk<typeof import('./reviewAndDone.js')> = createChunk(
  () => import('./reviewAndDone.js'),
);
