import type { Activation } from '../domain/activation.js';
import type { Connection } from '../domain/connection.js';
import type { Integration } from '../domain/integration.js';
import type { ProblemCode, ProblemField } from '../domain/problem.js';
import { toSteps, type Step } from './steps.js';
import type { VariablesEntry } from './variablesEntry.js';

/** Why an activation was refused. */
export interface ActivationRefusal {
  /** `activatedElsewhere`: another tab was first, so nothing was sent. */
  readonly code: ProblemCode | 'activatedElsewhere';
  readonly message: string;
  readonly fields: readonly ProblemField[];
  readonly retryAfterSeconds?: number | undefined;
}

/** One intent to activate, and what is needed to repeat or to find it. */
export interface ActivationAttempt {
  /** A UUID; the backend never activates twice for one key. */
  readonly idempotencyKey: string;
  /**
   * The user's activations before the attempt: any other that the list shows later is its result.
   * `null`: not all of them were listed.
   */
  readonly knownActivationIds: readonly string[] | null;
}

/** The state of the intent to activate. */
export type Submission =
  | { readonly status: 'editing' }
  | { readonly status: 'submitting'; readonly attempt: ActivationAttempt }
  /** The platform or the host said no; nothing was activated. */
  | {
      readonly status: 'refused';
      readonly refusal: ActivationRefusal;
      readonly attempt: ActivationAttempt | null;
    }
  /** The answer was lost; the list of activations is being read again to find out. */
  | {
      readonly status: 'checking';
      readonly attempt: ActivationAttempt;
      readonly isRepeatable: boolean;
    }
  /** The list does not show the activation, or could not be read. */
  | {
      readonly status: 'unknown';
      readonly attempt: ActivationAttempt;
      /** True: the same key may be sent again. False: the host itself does not know the outcome. */
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
  /** Counts the moves between screens: the focus follows a move, never the first render. */
  readonly moves: number;
}

/** The part of the state that a draft restores. */
export type FlowBeginning = Partial<
  Pick<FlowState, 'stepId' | 'choices' | 'variables' | 'submission'>
>;

/**
 * Creates the initial state, from a draft if there is one. A draft's step that can no longer be
 * reached (a template was added, a secret has to be typed again) leads to the first step without an
 * answer.
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
      [...(beginning.choices ?? [])].filter(([connectionTemplateId]) =>
        steps.some((step) => step.kind === 'template' && step.template.id === connectionTemplateId),
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
