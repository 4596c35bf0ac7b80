import { useCallback } from 'react';
import { isOutcomeUnknown, isTransient, toBackendError } from '../backend/backendError.js';
import type { Connection } from '../domain/connection.js';
import type { ConnectionInput, ConnectionRef } from '../domain/connectionInput.js';
import { randomKey, type CreateKey } from './createKey.js';
import { useOnboardingSettings } from './settings.js';
import type { UnsettledWrite } from './unsettledWrites.js';
import { useWrite, type Write } from './useWrite.js';

/** Where a connection is made or, with a `connectionId`, repaired. */
export type WritePlace = Omit<ConnectionRef, 'connectionId'> & {
  readonly connectionId?: string | undefined;
};

export interface SecretWrite<Input> extends Write<Input, Connection> {
  /**
   * What was sent there before, if it is not known yet whether it has acted. Sending the same again
   * acts once, also from a component that has come since.
   */
  readonly findUnsettled: (place: WritePlace) => ConnectionInput | null;
}

/**
 * A write that acts once: the same input while it is under way, after a lost answer, or after a
 * failure that passes, goes under the same key.
 */
export function useSecretWrite<Input extends ConnectionInput & WritePlace>(
  write: (input: Input, idempotencyKey: string) => Promise<Connection>,
  createKey: CreateKey = randomKey,
): SecretWrite<Input> {
  const { unsettledWrites } = useOnboardingSettings('useSecretWrite()');

  async function run(input: Input, unsettled: UnsettledWrite): Promise<Connection> {
    const forget = (): void => {
      const key = toKey(input);
      if (unsettledWrites.get(key) === unsettled) unsettledWrites.delete(key);
    };
    try {
      const connection = await write(input, unsettled.idempotencyKey);
      forget();
      return connection;
    } catch (thrown) {
      const failure = toBackendError(thrown);
      unsettled.answer = null;
      unsettled.isInDoubt = isOutcomeUnknown(failure);
      if (!unsettled.isInDoubt && !isTransient(failure)) forget();
      throw failure;
    }
  }

  const findUnsettled = useCallback(
    (place: WritePlace): ConnectionInput | null => {
      const unsettled = unsettledWrites.get(toKey(place));
      return unsettled && (unsettled.answer !== null || unsettled.isInDoubt)
        ? unsettled.input
        : null;
    },
    [unsettledWrites],
  );
  const sending = useWrite((input: Input): Promise<Connection> => {
    const known = unsettledWrites.get(toKey(input));
    const unsettled =
      known !== undefined && JSON.stringify(known.input) === JSON.stringify(input)
        ? known
        : { input, idempotencyKey: createKey(), answer: null, isInDoubt: false };
    unsettledWrites.set(toKey(input), unsettled);
    unsettled.answer ??= run(input, unsettled);
    return unsettled.answer;
  });
  return { ...sending, findUnsettled };
}

function toKey({ environmentId, connectionTemplateId, connectionId }: WritePlace): string {
  return JSON.stringify([environmentId, connectionTemplateId, connectionId ?? null]);
}
