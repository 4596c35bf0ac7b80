import { isOutcomeUnknown, toBackendError, type BackendError } from '../backend/backendError.js';
import { toListed, type ListedActivations } from '../domain/activation.js';
import { keepLastUsedConnections } from './lastUsedConnections.js';
import { callBackend, queryKeys } from './queries.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';
import { refreshActivations, refreshAfterWrite } from './useActivations.js';
import { useWrite } from './useWrite.js';

export interface DeactivateInput {
  readonly environmentId: string;
  readonly activationId: string;
}

export interface Deactivate {
  readonly isPending: boolean;
  readonly error: BackendError | null;
  /**
   * Resolves once the activation has ended, also if it had ended before, or if the answer was lost
   * and the list no longer shows it. Otherwise rejects with a `BackendError`.
   */
  readonly deactivate: (input: DeactivateInput) => Promise<void>;
}

/** Ends an activation; `null` if the backend cannot. */
export function useDeactivate(): Deactivate | null {
  const settings = useOnboardingSettings('useDeactivate()');
  const { isPending, error, send } = useWrite((input: DeactivateInput) =>
    endActivation(settings, input),
  );
  if (settings.backend.deactivate === undefined) return null;
  return { isPending, error, deactivate: send };
}

/**
 * Ends an activation, removes it from the list and emits `deactivated`; see
 * `Deactivate.deactivate`.
 */
export async function endActivation(
  settings: OnboardingSettings,
  input: DeactivateInput,
): Promise<void> {
  const end = settings.backend.deactivate?.bind(settings.backend);
  if (end === undefined) throw new Error('This backend has no deactivate().');
  keepLastUsedConnections(settings, input);
  const signal = new AbortController().signal;
  try {
    await callBackend(settings, () =>
      end(input, { signal }).catch((error: unknown) => {
        if (toBackendError(error).code !== 'notFound') throw error;
      }),
    );
  } catch (thrown) {
    const error = toBackendError(thrown);
    if (!isOutcomeUnknown(error) || !(await isGone(settings, input))) throw error;
  }
  settings.queryClient.setQueryData<ListedActivations>(
    queryKeys.activations(settings.scope, input.environmentId),
    (list) =>
      list &&
      toListed(
        list.filter(({ id }) => id !== input.activationId),
        list,
      ),
  );
  settings.emit({ type: 'deactivated', ...input });
  refreshAfterWrite(settings, input.environmentId);
}

async function isGone(
  settings: OnboardingSettings,
  { environmentId, activationId }: DeactivateInput,
): Promise<boolean> {
  const list = await refreshActivations(settings, environmentId).catch(() => null);
  return list !== null && !list.incomplete && !list.some(({ id }) => id === activationId);
}
