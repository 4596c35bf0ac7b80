import { useEffect, useState } from 'react';

type VariablesChunk = typeof import('./variablesChunk.js');

let loading: Promise<VariablesChunk> | null = null;
let loaded: VariablesChunk | null = null;

/**
 * Fetches the chunk with the form and the validator, once. A failure is not kept: `React.lazy` would
 * remember it, and the user could never try again.
 */
export function loadVariables(): Promise<VariablesChunk> {
  loading ??= import('./variablesChunk.js').then(
    (chunk) => (loaded = chunk),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

export type VariablesLoading =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly retry: () => void }
  | { readonly status: 'ready'; readonly chunk: VariablesChunk };

/** The chunk, without a wait where it is here already. */
export function useVariablesChunk(): VariablesLoading {
  const [chunk, setChunk] = useState(loaded);
  const [tries, setTries] = useState(1);
  const [failedTries, setFailedTries] = useState(0);
  const isMissing = chunk === null;

  useEffect(() => {
    if (!isMissing) return undefined;
    let isWanted = true;
    loadVariables().then(
      (next) => isWanted && setChunk(next),
      () => isWanted && setFailedTries(tries),
    );
    return () => {
      isWanted = false;
    };
  }, [isMissing, tries]);

  if (chunk !== null) return { status: 'ready', chunk };
  if (failedTries === tries) return { status: 'failed', retry: () => setTries(tries + 1) };
  return { status: 'loading' };
}
