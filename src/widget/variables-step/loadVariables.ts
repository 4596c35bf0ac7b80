import { useEffect, useState } from 'react';
import { createChunk, type Chunk } from '../activation-list/chunk.js';

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

export type VariablesLoading<T = VariablesChunk> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly retry: () => void }
  | { readonly status: 'ready'; readonly chunk: T };

/** The chunk, without a wait where it is here already. */
export function useVariablesChunk(): VariablesLoading {
  return useLoading(variables);
}

/** Any chunk, and the way to try again where it does not come. */
export function useLoading<T>(chunk: Chunk<T>): VariablesLoading<T> {
  const [loaded, setLoaded] = useState(chunk.get);
  const [tries, setTries] = useState(1);
  const [failedTries, setFailedTries] = useState(0);
  const isMissing = loaded === null;

  useEffect(() => {
    if (!isMissing) return undefined;
    let isWanted = true;
    chunk.load().then(
      (next) => isWanted && setLoaded(() => next),
      () => isWanted && setFailedTries(tries),
    );
    return () => {
      isWanted = false;
    };
  }, [chunk, isMissing, tries]);

  if (loaded !== null) return { status: 'ready', chunk: loaded };
  if (failedTries === tries) return { status: 'failed', retry: () => setTries(tries + 1) };
  return { status: 'loading' };
}
