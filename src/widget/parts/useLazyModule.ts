import { useEffect, useState } from 'react';
import type { Chunk } from './lazyModule.js';

export type Loading<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly retry: () => void }
  | { readonly status: 'ready'; readonly chunk: T };

/** Any chunk, and the way to try again where it does not come. */
export function useLazyModule<T>(chunk: Chunk<T>): Loading<T> {
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
