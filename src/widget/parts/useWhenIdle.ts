import { useEffect } from 'react';

/**
 * Runs work that nobody waits for once `isReady`, when the page has painted and has nothing else to
 * do; after half a second at the latest. `run` must be stable: another one runs too.
 */
export function useWhenIdle(isReady: boolean, run: () => void): void {
  useEffect(() => (isReady ? whenIdle(run) : undefined), [isReady, run]);
}

/** Returns a function that cancels it. */
export function whenIdle(run: () => void): () => void {
  // Safari has no `requestIdleCallback`.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, 100);
    return () => clearTimeout(timer);
  }
  const callback = requestIdleCallback(run, { timeout: 500 });
  return () => cancelIdleCallback(callback);
}
