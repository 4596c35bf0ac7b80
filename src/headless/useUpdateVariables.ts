import { useMutation } from '@tanstack/react-query';
import type { UpdateVariablesInput } from '../backend/backend.js';
import { toBackendError, type BackendError } from '../backend/backendError.js';
import type { Activation } from '../domain/activation.js';
import { ask, queryDefaults } from './queries.js';
import { useOnboardingSettings } from './settings.js';
import { keepActivation } from './useActivations.js';

export interface UpdateVariables {
  readonly isPending: boolean;
  readonly error: BackendError | null;
  /** Resolves with the activation as the backend has it now; rejects with a `BackendError`. */
  readonly updateVariables: (input: UpdateVariablesInput) => Promise<Activation>;
}

/** Changes variables of an activation; `null` where the backend cannot. */
export function useUpdateVariables(): UpdateVariables | null {
  const settings = useOnboardingSettings('useUpdateVariables()');
  const { backend, queryClient } = settings;
  const mutation = useMutation(
    {
      networkMode: queryDefaults.networkMode,
      mutationFn: async (input: UpdateVariablesInput) => {
        const update = backend.updateVariables?.bind(backend);
        if (update === undefined) throw new Error('This backend has no updateVariables().');
        const signal = new AbortController().signal;
        const activation = await ask(settings, () => update(input, { signal }));
        keepActivation(settings, activation);
        const { environmentId } = activation;
        settings.emit({ type: 'variablesUpdated', environmentId, activation });
        return activation;
      },
    },
    queryClient,
  );
  if (backend.updateVariables === undefined) return null;
  const { isPending, error, mutateAsync } = mutation;
  return {
    isPending,
    error: error && toBackendError(error),
    updateVariables: (input) => mutateAsync(input),
  };
}
