import { useCallback, useEffect, useRef, useState } from 'react';
import {
  isOutcomeUnknown,
  isTransient,
  toBackendError,
  type BackendError,
} from '../backend/backendError.js';
import { randomKey, type CreateKey } from './createKey.js';

export interface SecretWrite<Input, T> {
  readonly isPending: boolean;
  readonly error: BackendError | null;
  readonly send: (input: Input) => Promise<T>;
}

/** What was sent last and may be sent again, under the key that makes it act once. */
interface Intent {
  readonly input: string;
  readonly idempotencyKey: string;
}

/**
 * A write whose input is secret. The client's own mutations would keep the input in their cache for
 * minutes. The same input after a lost answer, or after a failure that passes, goes under the same key.
 */
export function useSecretWrite<Input, T>(
  write: (input: Input, idempotencyKey: string) => Promise<T>,
  createKey: CreateKey = randomKey,
): SecretWrite<Input, T> {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<BackendError | null>(null);
  const intent = useRef<Intent | null>(null);
  const latest = useRef({ write, createKey });
  useEffect(() => {
    latest.current = { write, createKey };
  });

  const send = useCallback(async (input: Input): Promise<T> => {
    const text = JSON.stringify(input);
    if (intent.current?.input !== text) {
      intent.current = { input: text, idempotencyKey: latest.current.createKey() };
    }
    setPending(true);
    setError(null);
    try {
      const answer = await latest.current.write(input, intent.current.idempotencyKey);
      intent.current = null;
      return answer;
    } catch (thrown) {
      const failure = toBackendError(thrown);
      if (!isOutcomeUnknown(failure) && !isTransient(failure)) intent.current = null;
      setError(failure);
      throw failure;
    } finally {
      setPending(false);
    }
  }, []);
  return { isPending, error, send };
}
