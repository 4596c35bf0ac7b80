import { createChunk, type Chunk } from '../parts/chunk.js';
import { useLoading, type Loading } from '../parts/useLoading.js';

type VariablesChunk = typeof import('./variablesChunk.js');

const variables: Chunk<VariablesChunk> = createChunk(() => import('./variablesChunk.js'));

/**
 * Fetches the chunk with the form and the validator, once, and after it that of the rarer fields; a
 * failure is not kept.
 */
export async function loadVariables(): Promise<VariablesChunk> {
  const chunk = await variables.load();
  chunk.rareControls.load().catch(() => undefined); // The field that needs it says so, and tries again.
  return chunk;
}

/** How far the chunk is. */
export type VariablesLoading = Loading<VariablesChunk>;

/** The chunk, without a wait where it is here already. */
export function useVariablesChunk(): VariablesLoading {
  return useLoading(variables);
}
