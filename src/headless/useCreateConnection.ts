import type { BackendError } from '../backend/backendError.js';
import type { Connection } from '../domain/connection.js';
import type { ConnectionInput } from '../domain/connectionInput.js';
import type { CreateKey } from './createKey.js';
import { keepConnection } from './connectionCache.js';
import { callBackend } from './queries.js';
import { useOnboardingSettings } from './settings.js';
import { useSecretWrite, type WritePlace } from './useSecretWrite.js';

export interface ConnectionWriteOptions {
  /** Creates the UUID of an intent. Default: `crypto.randomUUID`. */
  readonly createKey?: CreateKey | undefined;
}

export interface CreateConnection {
  readonly isPending: boolean;
  readonly error: BackendError | null;
  /**
   * Resolves with the new connection, which the lists then show. Rejects with a `BackendError`; calling
   * it again with the same input after a lost answer makes no second one.
   */
  readonly createConnection: (input: ConnectionInput) => Promise<Connection>;
  /**
   * What was sent for a template before, if it is not known yet whether it has made a connection, also
   * by a component that is gone. Sending the same again makes one.
   */
  readonly findUnsettled: (place: WritePlace) => ConnectionInput | null;
}

/** Makes a connection of the user's own; `null` if the backend cannot. Caches nothing of the input. */
export function useCreateConnection(options: ConnectionWriteOptions = {}): CreateConnection | null {
  const settings = useOnboardingSettings('useCreateConnection()');
  const create = settings.backend.createConnection?.bind(settings.backend);
  const { isPending, error, send, findUnsettled } = useSecretWrite(
    async (input: ConnectionInput, idempotencyKey) => {
      if (create === undefined) throw new Error('This backend has no createConnection().');
      const connection = await callBackend(settings, () =>
        // Not aborted on unmount: the answer of a write still belongs in the list.
        create(input, { idempotencyKey, signal: new AbortController().signal }),
      );
      keepConnection(settings, input, connection);
      const { environmentId, connectionTemplateId } = input;
      const connectionId = connection.id;
      settings.emit({
        type: 'connectionCreated',
        environmentId,
        connectionTemplateId,
        connectionId,
      });
      return connection;
    },
    options.createKey,
  );
  return create === undefined ? null : { isPending, error, createConnection: send, findUnsettled };
}
