import type { Activation } from '../domain/activation.js';
import type { Connection } from '../domain/connection.js';
import type { Integration } from '../domain/integration.js';
import type { JsonObject, JsonValue } from '../domain/json.js';
import type { ProblemCode, ProblemField } from '../domain/problem.js';
import { toSteps, type Step } from './steps.js';

/** What the user typed into the variables form, as the form keeps it. */
export interface VariablesEntry {
  /** The form's own input, unfinished numbers included; the form alone reads it. */
  readonly input: JsonValue;
  /** The same without secrets: all that a draft may keep. */
  readonly draftInput: JsonValue;
  /** What is sent: set once the form found it valid, `null` as soon as something is typed again. */
  readonly values: JsonObject | null;
  /** Whether `values` may be kept in a draft: false where a secret is among them. */
  readonly hasSecrets: boolean;
}

/** Why an activation was refused, as a person can be told. */
export interface Refusal {
  /** `activatedElsewhere`: another tab was first, so nothing was sent. */
  readonly code: ProblemCode | 'activatedElsewhere';
  readonly message: string;
  readonly fields: readonly ProblemField[];
  readonly retryAfterSeconds?: number;
}

/** One press on Activate. */
export interface Attempt {
  /** A UUID: the backend never activates twice for one key. */
  readonly idempotencyKey: string;
  /** The user's activations before: whatever else the list holds later came of this attempt. */
  readonly knownActivationIds: readonly string[];
}

/** Where the intent to activate stands. */
export type Submission =
  | { readonly status: 'editing' }
  | { readonly status: 'submitting'; readonly attempt: Attempt }
  /** The platform or the host said no; nothing was activated. */
  | { readonly status: 'refused'; readonly refusal: Refusal; readonly attempt: Attempt | null }
  /** The answer was lost; the list of activations is being read again to find out. */
  | { readonly status: 'checking'; readonly attempt: Attempt; readonly isRepeatable: boolean }
  /** The list was read (or could not be) and does not show the activation. */
  | {
      readonly status: 'unknown';
      readonly attempt: Attempt;
      /** True: the same key may be sent again. False: the host itself could not decide it. */
      readonly isRepeatable: boolean;
      readonly couldLook: boolean;
    }
  | { readonly status: 'done'; readonly activation: Activation };

export interface FlowState {
  readonly environmentId: string;
  readonly steps: readonly Step[];
  readonly stepId: Step['id'];
  /** By connection template id. */
  readonly choices: ReadonlyMap<string, Connection>;
  /** `null`: the variables step was not opened yet. */
  readonly variables: VariablesEntry | null;
  readonly submission: Submission;
  /** Counts the moves between steps: focus follows a move, never a first render. */
  readonly moves: number;
}

/** What a draft brings back; see `draft.ts`. */
export type FlowBeginning = Partial<
  Pick<FlowState, 'stepId' | 'choices' | 'variables' | 'submission'>
>;

/**
 * The state at the start, from a draft where there is one. A draft's step that cannot be reached any
 * more (a template came, a secret has to be typed again) leads to the first step that is open.
 */
export function createFlowState(
  integration: Integration,
  beginning: FlowBeginning = {},
): FlowState {
  const steps = toSteps(integration);
  const state: FlowState = {
    environmentId: integration.environmentId,
    steps,
    stepId: steps[0]?.id ?? 'review',
    choices: new Map(
      [...(beginning.choices ?? [])].filter(([templateId]) =>
        steps.some((step) => step.kind === 'template' && step.template.id === templateId),
      ),
    ),
    variables: beginning.variables ?? null,
    submission: beginning.submission ?? { status: 'editing' },
    moves: 0,
  };
  const wanted = steps.findIndex((step) => step.id === beginning.stepId);
  const reachable = Math.min(Math.max(wanted, 0), findFirstOpenStep(state));
  return { ...state, stepId: steps[reachable]?.id ?? 'review' };
}

/** Whether a step has its answer. */
export function isComplete(state: FlowState, step: Step): boolean {
  if (step.kind === 'template') return state.choices.has(step.template.id);
  if (step.kind === 'variables') return (state.variables?.values ?? null) !== null;
  return state.submission.status === 'done';
}

/** The index of the first step without an answer; the last step where all have one. */
export function findFirstOpenStep(state: FlowState): number {
  const open = state.steps.findIndex((step) => !isComplete(state, step));
  return open === -1 ? state.steps.length - 1 : open;
}
