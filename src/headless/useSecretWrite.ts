import { useRef } from 'react';
import { isOutcomeUnknown, isTransient, toBackendError } from '../backend/backendError.js';
import { randomKey, type CreateKey } from './createKey.js';
import { useWrite, type Write } from './useWrite.js';

/** What was sent last and may be sent again, under the key that makes it act once. */
interface Intent {
  readonly input: string;
  readonly idempotencyKey: string;
}

/**
 * A write that acts once: the same input after a lost answer, or after a failure that passes, goes
 * under the same key.
 */
export function useSecretWrite<Input, T>(
  write: (input: Input, idempotencyKey: string) => Promise<T>,
  createKey: CreateKey = randomKey,
): Write<Input, T> {
  const intent = useRef<Intent | null>(null);
  return useWrite(async (input: Input): Promise<T> => {
    const text = JSON.stringify(input);
    const current =
      intent.current?.input === text
        ? intent.current
        : { input: text, idempotencyKey: createKey() };
    intent.current = current;
    try {
      const answer = await write(input, current.idempotencyKey);
      intent.current = null;
      return answer;
    } catch (thrown) {
      const failure = toBackendError(thrown);
      if (!isOutcomeUnknown(failure) && !isTransient(failure)) intent.current = null;
      throw failure;
    }
  });
}
