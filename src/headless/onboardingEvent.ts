import type { BackendError } from '../backend/backendError.js';
import type { Activation } from '../domain/activation.js';
import type { Refusal } from '../flow/state.js';

/** Everything that happens, for analytics and for hosts that react to it. Carries no secret. */
export type OnboardingEvent =
  | { readonly type: 'flowStarted'; readonly environmentId: string; readonly isResumed: boolean }
  | { readonly type: 'stepViewed'; readonly environmentId: string; readonly stepId: string }
  | {
      readonly type: 'connectionChosen';
      readonly environmentId: string;
      readonly connectionTemplateId: string;
      readonly connectionId: string;
    }
  | { readonly type: 'activationRequested'; readonly environmentId: string }
  | {
      readonly type: 'activationRefused';
      readonly environmentId: string;
      readonly refusal: Refusal;
    }
  | {
      readonly type: 'outcomeUnknown';
      readonly environmentId: string;
      readonly error: BackendError;
    }
  | {
      readonly type: 'activated';
      readonly environmentId: string;
      readonly activation: Activation;
    }
  | {
      readonly type: 'variablesUpdated';
      readonly environmentId: string;
      readonly activation: Activation;
    }
  | {
      readonly type: 'deactivated';
      readonly environmentId: string;
      readonly activationId: string;
    }
  /** The new one runs and the old one has ended; follows their own `activated` and `deactivated`. */
  | {
      readonly type: 'activationReplaced';
      readonly environmentId: string;
      readonly activation: Activation;
      readonly replacedActivationId: string;
    }
  /** A call failed; the user sees it too. */
  | { readonly type: 'error'; readonly error: BackendError };

/** Callbacks for single events; `onEvent` gets all of them. */
export interface OnboardingCallbacks {
  readonly onActivated?: (activation: Activation) => void;
  readonly onVariablesUpdated?: (activation: Activation) => void;
  readonly onDeactivated?: (activation: { environmentId: string; activationId: string }) => void;
  readonly onError?: (error: BackendError) => void;
  readonly onEvent?: (event: OnboardingEvent) => void;
}

/**
 * Hands an event to the callbacks that want it. A callback that throws must not break the flow that
 * it only watches: its error goes to the page's own handler of uncaught errors.
 */
export function notify(callbacks: OnboardingCallbacks, event: OnboardingEvent): void {
  try {
    callbacks.onEvent?.(event);
    if (event.type === 'activated') callbacks.onActivated?.(event.activation);
    if (event.type === 'variablesUpdated') callbacks.onVariablesUpdated?.(event.activation);
    if (event.type === 'deactivated') {
      const { environmentId, activationId } = event;
      callbacks.onDeactivated?.({ environmentId, activationId });
    }
    if (event.type === 'error') callbacks.onError?.(event.error);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
