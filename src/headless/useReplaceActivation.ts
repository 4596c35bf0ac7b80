import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { toBackendError, type BackendError } from '../backend/backendError.js';
import type { Activation } from '../domain/activation.js';
import type { Integration } from '../domain/integration.js';
import { toReplacement, type ReplacementStart } from '../flow/replacement.js';
import type { CreateKey } from './createKey.js';
import { useOnboardingSettings } from './settings.js';
import { endActivation } from './useDeactivate.js';
import { useOnboardingFlow, type OnboardingFlowResult } from './useOnboardingFlow.js';

export interface ReplaceActivationInput {
  /** The activation to end once the new one is active. */
  readonly activation: Activation;
  readonly integration: Integration;
  /** Read when the hook is first called. */
  readonly start?: ReplacementStart;
  /** Creates the UUID of the intent to activate. Default: `crypto.randomUUID`. */
  readonly createKey?: CreateKey | undefined;
}

/** The state of a replacement; nothing has changed until the new activation is made. */
export type Replacing =
  | { readonly status: 'choosing' }
  /** The new one is active; the old one is being ended. */
  | { readonly status: 'ending'; readonly activation: Activation }
  /** The new one is active, and ending the old one failed: both run. */
  | {
      readonly status: 'bothActive';
      readonly activation: Activation;
      readonly error: BackendError;
      readonly retry: () => void;
    }
  | { readonly status: 'replaced'; readonly activation: Activation };

export interface ReplaceActivation {
  /** The flow that makes the new activation, with the connections of the old one chosen. */
  readonly flow: OnboardingFlowResult;
  readonly replacing: Replacing;
}

/**
 * Replaces an activation, since the platform cannot change its connections in place. Makes the new
 * one first, exactly once, and then ends the old one, so that the user is never left without.
 * Throws if the backend has no `deactivate`.
 */
export function useReplaceActivation(input: ReplaceActivationInput): ReplaceActivation {
  const { activation: old, integration, createKey } = input;
  const settings = useOnboardingSettings('useReplaceActivation()');
  if (settings.backend.deactivate === undefined) {
    throw new Error(
      'useReplaceActivation() needs a backend with deactivate(), or the old activation would stay. Implement it, or use useOnboardingFlow() to make another activation.',
    );
  }
  const [beginning] = useState(() => toReplacement(integration, old, input.start));
  const { environmentId } = old;
  const flow = useOnboardingFlow({
    environmentId,
    beginning,
    createKey,
    allowMultiple: true,
  });
  const [outcome, setOutcome] = useState<Exclude<Replacing, { status: 'bothActive' }> | Failed>({
    status: 'choosing',
  });

  const end = useCallback(
    async (activation: Activation) => {
      setOutcome({ status: 'ending', activation });
      try {
        await endActivation(settings, { environmentId, activationId: old.id });
        settings.emit({
          type: 'activationReplaced',
          environmentId,
          activation,
          replacedActivationId: old.id,
        });
        setOutcome({ status: 'replaced', activation });
      } catch (error) {
        setOutcome({ status: 'bothActive', activation, error: toBackendError(error) });
      }
    },
    [settings, environmentId, old.id],
  );

  const store = flow.status === 'ready' ? flow.store : null;
  const hasEnded = useRef(false);
  useEffect(() => {
    return store?.subscribe(() => {
      const { submission } = store.getState();
      if (submission.status !== 'done' || hasEnded.current) return;
      hasEnded.current = true;
      void end(submission.activation);
    });
  }, [store, end]);

  const replacing = useMemo<Replacing>(() => {
    if (outcome.status !== 'bothActive') return outcome;
    return { ...outcome, retry: () => void end(outcome.activation) };
  }, [outcome, end]);
  return { flow, replacing };
}

interface Failed {
  readonly status: 'bothActive';
  readonly activation: Activation;
  readonly error: BackendError;
}
