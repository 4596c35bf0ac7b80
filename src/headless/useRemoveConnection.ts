import { toBackendError, type BackendError } from '../backend/backendError.js';
import type { ConnectionRef } from '../domain/connectionInput.js';
import { dropConnection } from './connectionCache.js';
import { callBackend } from './queries.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';
import { useWrite } from './useWrite.js';

export interface RemoveConnection {
  readonly isPending: boolean;
  readonly error: BackendError | null;
  /**
   * Resolves once the connection is gone, also if it was gone before. Rejects with a `BackendError`:
   * `conflict` while activations use it, whose integrations `usedBy` names.
   */
  readonly removeConnection: (input: ConnectionRef) => Promise<void>;
}

/**
 * Removes a connection; `null` if the backend cannot. Offer it where the template is `removable` alone:
 * the host decides.
 */
export function useRemoveConnection(): RemoveConnection | null {
  const settings = useOnboardingSettings('useRemoveConnection()');
  const { isPending, error, send } = useWrite((input: ConnectionRef) => remove(settings, input));
  if (settings.backend.removeConnection === undefined) return null;
  return { isPending, error, removeConnection: send };
}

async function remove(settings: OnboardingSettings, input: ConnectionRef): Promise<void> {
  const send = settings.backend.removeConnection?.bind(settings.backend);
  if (send === undefined) throw new Error('This backend has no removeConnection().');
  await callBackend(settings, () =>
    send(input, { signal: new AbortController().signal }).catch((error: unknown) => {
      if (toBackendError(error).code !== 'notFound') throw error;
    }),
  );
  dropConnection(settings, input);
  settings.emit({ type: 'connectionRemoved', ...input });
}
