import { createChunk, type Chunk } from './chunk.js';

/** For users who have something active: everybody else never needs it before they have. */
export const listChunk: Chunk<typeof import('./Activations.js')> = createChunk(
  () => import('./Activations.js'),
);
/** What is not seen at first sight is not loaded at first. */
export const endChunk: Chunk<typeof import('./EndDialog.js')> = createChunk(
  () => import('./EndDialog.js'),
);
export const replaceChunk: Chunk<typeof import('../replace/ReplaceView.js')> = createChunk(
  () => import('../replace/ReplaceView.js'),
);
export const editChunk: Chunk<typeof import('../edit-variables/EditVariables.js')> = createChunk(
  () => import('../edit-variables/EditVariables.js'),
);
