import type { BackendError } from '../backend/backendError.js';
import type { Activation } from '../domain/activation.js';
import type { ProblemCode } from '../domain/problem.js';
import type { ActivationRefusal } from '../flow/state.js';
import type { SchemaFault } from '../variables/listSchemaFaults.js';

/**
 * A failure as a code and places. Carries no text: a refusal of the platform may quote what was
 * typed.
 */
export interface ReportedError {
  /**
   * `activatedElsewhere`: another tab was first, so nothing was sent. `invalidSchema`: the form works,
   * but its schema has faults.
   */
  readonly code: ProblemCode | 'activatedElsewhere' | 'invalidSchema';
  /** The HTTP status; `undefined`: the host did not answer. */
  readonly status: number | undefined;
  /** JSON Pointers into the input that was refused. */
  readonly paths: readonly string[];
  readonly retryAfterSeconds: number | undefined;
  /** True: the call may have been carried out all the same. */
  readonly outcomeUnknown: boolean;
  /** Of `invalidSchema`: what is wrong with the schema of the variables, and where. */
  readonly schemaFaults?: readonly SchemaFault[];
}

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
      readonly error: ReportedError;
    }
  | {
      readonly type: 'outcomeUnknown';
      readonly environmentId: string;
      readonly error: ReportedError;
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
  /** A connection was made, signed in to again, or removed inside the widget. */
  | {
      readonly type: 'connectionCreated' | 'connectionReconnected' | 'connectionRemoved';
      readonly environmentId: string;
      readonly connectionTemplateId: string;
      readonly connectionId: string;
    }
  /** Follows the `activated` of the new one and the `deactivated` of the old one. */
  | {
      readonly type: 'activationReplaced';
      readonly environmentId: string;
      readonly activation: Activation;
      readonly replacedActivationId: string;
    }
  /** A call failed, and the user sees it too; or the schema of the variables has faults. */
  | { readonly type: 'error'; readonly error: ReportedError };

/** Callbacks for single events; `onEvent` gets all of them. */
export interface OnboardingCallbacks {
  readonly onActivated?: (activation: Activation) => void;
  readonly onVariablesUpdated?: (activation: Activation) => void;
  readonly onDeactivated?: (activation: { environmentId: string; activationId: string }) => void;
  readonly onError?: (error: ReportedError) => void;
  readonly onEvent?: (event: OnboardingEvent) => void;
}

/**
 * Calls the callbacks of an event. One that throws must not break the flow that it only watches:
 * its error is rethrown as an uncaught error of the page.
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

/** The part of an error or a refusal that events may carry. */
export function toReportedError(error: BackendError | ActivationRefusal): ReportedError {
  return {
    code: error.code,
    status: 'status' in error ? error.status : undefined,
    paths: error.fields.map(({ path }) => path),
    retryAfterSeconds: error.retryAfterSeconds,
    outcomeUnknown: 'outcomeUnknown' in error && error.outcomeUnknown,
  };
}
