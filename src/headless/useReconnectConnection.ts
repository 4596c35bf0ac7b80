import type { BackendError } from '../backend/backendError.js';
import type { Connection } from '../domain/connection.js';
import type { ConnectionInput } from '../domain/connectionInput.js';
import { keepConnection } from './connectionCache.js';
import { callBackend } from './queries.js';
import { useOnboardingSettings } from './settings.js';
import type { ConnectionWriteOptions } from './useCreateConnection.js';
import { useSecretWrite, type WritePlace } from './useSecretWrite.js';

export interface ReconnectConnectionInput extends ConnectionInput {
  readonly connectionId: string;
}

export interface ReconnectConnection {
  readonly isPending: boolean;
  readonly error: BackendError | null;
  /**
   * Replaces the credentials in place: the id stays, and activations that use the connection keep
   * running. Rejects with a `BackendError`; safe to call again with the same input.
   */
  readonly reconnectConnection: (input: ReconnectConnectionInput) => Promise<Connection>;
  /** As that of `useCreateConnection`. */
  readonly findUnsettled: (place: WritePlace) => ConnectionInput | null;
}

/** Signs in again to a connection; `null` if the backend cannot. Caches nothing of the input. */
export function useReconnectConnection(
  options: ConnectionWriteOptions = {},
): ReconnectConnection | null {
  const settings = useOnboardingSettings('useReconnectConnection()');
  const reconnect = settings.backend.reconnectConnection?.bind(settings.backend);
  const { isPending, error, send, findUnsettled } = useSecretWrite(
    async (input: ReconnectConnectionInput, idempotencyKey) => {
      if (reconnect === undefined) throw new Error('This backend has no reconnectConnection().');
      const connection = await callBackend(settings, () =>
        reconnect(input, { idempotencyKey, signal: new AbortController().signal }),
      );
      keepConnection(settings, input, connection);
      const { environmentId, connectionTemplateId, connectionId } = input;
      const type = 'connectionReconnected';
      settings.emit({ type, environmentId, connectionTemplateId, connectionId });
      return connection;
    },
    options.createKey,
  );
  return reconnect === undefined
    ? null
    : { isPending, error, reconnectConnection: send, findUnsettled };
}
