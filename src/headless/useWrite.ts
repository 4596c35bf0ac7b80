import { useCallback, useEffect, useRef, useState } from 'react';
import { toBackendError, type BackendError } from '../backend/backendError.js';

export interface Write<Input, T> {
  readonly isPending: boolean;
  /** Of the last call, until the next begins. */
  readonly error: BackendError | null;
  /** Rejects with a `BackendError`. */
  readonly send: (input: Input) => Promise<T>;
}

/**
 * A write with its state. Not the query client's own mutation, for two reasons: that one is pending a
 * moment after the press, in which a second press sends again; and it keeps its input, which may hold
 * secrets, in a cache for minutes.
 */
export function useWrite<Input, T>(write: (input: Input) => Promise<T>): Write<Input, T> {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<BackendError | null>(null);
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });

  const send = useCallback(async (input: Input): Promise<T> => {
    setPending(true);
    setError(null);
    try {
      return await latest.current(input);
    } catch (thrown) {
      const failure = toBackendError(thrown);
      setError(failure);
      throw failure;
    } finally {
      setPending(false);
    }
  }, []);
  return { isPending, error, send };
}
