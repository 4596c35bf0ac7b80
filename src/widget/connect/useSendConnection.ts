import { useState } from 'react';
import {
  BackendError,
  isOutcomeUnknown,
  isTransient,
  toBackendError,
} from '../../backend/backendError.js';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionInput } from '../../domain/connectionInput.js';
import { useCreateConnection } from '../../headless/useCreateConnection.js';
import { useReconnectConnection } from '../../headless/useReconnectConnection.js';

interface SendConnectionInput {
  readonly environmentId: string;
  readonly connectionTemplateId: string;
  /** The connection to sign in to again; `null`: a new one. */
  readonly broken: Connection | null;
  readonly onConnected: (connection: Connection) => void;
  /** The answer was final: a sign-in at a provider that was sent with it is good no more. */
  readonly onSpent: () => void;
}

interface SendConnection {
  readonly send: (input: ConnectionInput) => Promise<void>;
  readonly isSending: boolean;
  /** Why the connection was not made, or is not known to be made. */
  readonly error: BackendError | null;
  readonly clearError: () => void;
  /** What was sent before the form was there, and may have been carried out; `null`: nothing. */
  readonly unsettled: ConnectionInput | null;
  /** Sends that again, unless its outcome is known by now. */
  readonly sendAgain: () => void;
}

const outcomeUnknown = new BackendError({
  code: 'timeout',
  message: 'The form was left before there was an answer.',
  outcomeUnknown: true,
});

/** Makes a connection out of what was entered, or gives it to the broken one. */
export function useSendConnection(options: SendConnectionInput): SendConnection {
  const { environmentId, connectionTemplateId, broken, onConnected, onSpent } = options;
  const create = useCreateConnection();
  const reconnect = useReconnectConnection();
  const findUnsettled = (): ConnectionInput | null =>
    (broken === null ? create : reconnect)?.findUnsettled({
      environmentId,
      connectionTemplateId,
      connectionId: broken?.id,
    }) ?? null;
  const [unsettled] = useState(findUnsettled);
  const [error, setError] = useState<BackendError | null>(unsettled && outcomeUnknown);
  const clearError = (): void => setError(null);

  async function send(input: ConnectionInput): Promise<void> {
    clearError();
    try {
      const connection =
        broken === null
          ? await create?.createConnection(input)
          : await reconnect?.reconnectConnection({ ...input, connectionId: broken.id });
      if (connection !== undefined) onConnected(connection);
    } catch (thrown) {
      const failure = toBackendError(thrown);
      setError(failure);
      if (!isOutcomeUnknown(failure) && !isTransient(failure)) onSpent();
    }
  }

  function sendAgain(): void {
    const input = findUnsettled();
    if (input !== null) void send(input);
  }

  const isSending = create?.isPending === true || reconnect?.isPending === true;
  return { send, isSending, error, clearError, unsettled, sendAgain };
}
