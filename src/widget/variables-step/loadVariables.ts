import { lazyModule, type Chunk } from '../parts/lazyModule.js';
import { useLazyModule, type Loading } from '../parts/useLazyModule.js';

type VariablesChunk = typeof import('./variablesChunk.js');

const form: Chunk<VariablesChunk> = lazyModule(() => import('./variablesChunk.js'));

const variables: Chunk<VariablesChunk> = {
  get: form.get,
  async load() {
    const chunk = await form.load();
    // Where these do not come, the field that needs one says so, and tries again.
    await chunk.furtherControls.load().catch(() => undefined);
    return chunk;
  },
};

/**
 * Fetches the chunk with the form and the validator, and after it that of the controls that are neither
 * a text nor a number nor a group; once, and a failure is not kept.
 */
export const loadVariables: () => Promise<VariablesChunk> = variables.load;

/** How far the chunk is. */
export type VariablesLoading = Loading<VariablesChunk>;

/** The chunk, without a wait where it is here already. */
export function useVariablesChunk(): VariablesLoading {
  return useLazyModule(variables);
}
