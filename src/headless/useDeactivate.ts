import { useMutation } from '@tanstack/react-query';
import { toBackendError, type BackendError } from '../backend/backendError.js';
import type { Activation } from '../domain/activation.js';
import { ask, queryDefaults, queryKeys } from './queries.js';
import { useOnboardingSettings } from './settings.js';

export interface DeactivateInput {
  readonly environmentId: string;
  readonly activationId: string;
}

export interface Deactivate {
  readonly isPending: boolean;
  readonly error: BackendError | null;
  /** Resolves once it has ended, also where it was gone already; else rejects with a `BackendError`. */
  readonly deactivate: (input: DeactivateInput) => Promise<void>;
}

/** Ends an activation; `null` where the backend cannot. */
export function useDeactivate(): Deactivate | null {
  const settings = useOnboardingSettings('useDeactivate()');
  const { backend, queryClient } = settings;
  const mutation = useMutation(
    {
      networkMode: queryDefaults.networkMode,
      mutationFn: async (input: DeactivateInput) => {
        const end = backend.deactivate?.bind(backend);
        if (end === undefined) throw new Error('This backend has no deactivate().');
        const signal = new AbortController().signal;
        await ask(settings, () => end(input, { signal })).catch((error: unknown) => {
          if (toBackendError(error).code !== 'notFound') throw error;
        });
        queryClient.setQueryData<readonly Activation[]>(
          queryKeys.activations(settings.scope, input.environmentId),
          (list) => list?.filter(({ id }) => id !== input.activationId),
        );
        settings.emit({ type: 'deactivated', ...input });
      },
    },
    queryClient,
  );
  if (backend.deactivate === undefined) return null;
  const { isPending, error, mutateAsync } = mutation;
  return {
    isPending,
    error: error && toBackendError(error),
    deactivate: (input) => mutateAsync(input),
  };
}
