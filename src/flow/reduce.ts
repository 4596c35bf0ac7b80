import { assertNever } from '../domain/assertNever.js';
import { parsePointer } from '../domain/pointer.js';
import type { ProblemField } from '../domain/problem.js';
import type { FlowEvent } from './events.js';
import {
  findFirstOpenStep,
  isComplete,
  type ActivationRefusal,
  type FlowState,
  type Submission,
} from './state.js';
import type { Step } from './steps.js';
import { toVariablesEntry } from './variablesEntry.js';

/** The onboarding state machine. An event that does not fit the state returns the same state. */
export function reduce(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'connectionChosen':
      if (!isEditable(state)) return state;
      return {
        ...withoutRefusalOf(state, `template:${event.connectionTemplateId}`),
        choices: new Map(state.choices).set(event.connectionTemplateId, event.connection),
      };
    case 'variablesChanged':
      if (!isEditable(state)) return state;
      return { ...state, variables: toVariablesEntry(event.input, null) };
    case 'variablesConfirmed':
      if (!isEditable(state)) return state;
      return {
        ...withoutRefusalOf(state, 'variables'),
        variables: toVariablesEntry(event.input, event.values),
      };
    case 'stepCompleted':
      return moveBy(state, 1);
    case 'wentBack':
      return moveBy(state, -1);
    case 'stepOpened': {
      const index = state.steps.findIndex((step) => step.id === event.stepId);
      if (!isEditable(state) || index === -1 || index > findFirstOpenStep(state)) return state;
      return moveTo(state, index);
    }
    case 'activationRequested':
      if (!canActivate(state)) return state;
      return { ...state, submission: { status: 'submitting', attempt: event.attempt } };
    case 'activationsRead': {
      if (state.submission.status !== 'submitting') return state;
      const attempt = { ...state.submission.attempt, knownActivationIds: event.ids };
      return { ...state, submission: { status: 'submitting', attempt } };
    }
    case 'activationSucceeded':
      return settle(state, { status: 'done', activation: event.activation });
    case 'activationRefused':
      return refuse(state, event.refusal, event.keepsKey);
    case 'outcomeLost':
      if (state.submission.status !== 'submitting') return state;
      return settle(state, {
        status: 'checking',
        attempt: state.submission.attempt,
        isRepeatable: event.isRepeatable,
      });
    case 'checkRequested':
      if (state.submission.status !== 'unknown') return state;
      return settle(state, {
        status: 'checking',
        attempt: state.submission.attempt,
        isRepeatable: state.submission.isRepeatable,
      });
    case 'outcomeChecked': {
      if (state.submission.status !== 'checking') return state;
      if (event.found) return settle(state, { status: 'done', activation: event.found });
      const { attempt, isRepeatable } = state.submission;
      const { couldLook } = event;
      return settle(state, { status: 'unknown', attempt, isRepeatable, couldLook });
    }
    case 'outcomeDismissed':
      if (state.submission.status !== 'unknown') return state;
      return settle(state, { status: 'editing' });
    case 'restarted':
      return {
        ...state,
        stepId: state.steps[0]?.id ?? 'review',
        choices: new Map(),
        variables: null,
        submission: { status: 'editing' },
        moves: state.moves + 1,
      };
    default:
      return assertNever(event);
  }
}

/**
 * False while a call is in flight or its outcome is open: the input that it carries must not
 * change.
 */
export function isEditable(state: FlowState): boolean {
  return state.submission.status === 'editing' || state.submission.status === 'refused';
}

/** Whether Activate would send something now. */
export function canActivate(state: FlowState): boolean {
  const { status } = state.submission;
  if (status === 'submitting' || status === 'checking' || status === 'done') return false;
  return state.steps.every((step) => step.kind === 'review' || isComplete(state, step));
}

/** The step that a refused member of the input belongs to; `null`: none. */
export function toStepId(state: FlowState, field: ProblemField): Step['id'] | null {
  const [member, index] = parsePointer(field.path) ?? [];
  if (member === 'dynamicVariables') return hasStep(state, 'variables') ? 'variables' : null;
  if (member !== 'connections') return null;
  const templates = state.steps.filter((step) => step.kind === 'template');
  return templates[Number(index)]?.id ?? null;
}

function hasStep(state: FlowState, id: Step['id']): boolean {
  return state.steps.some((step) => step.id === id);
}

function moveBy(state: FlowState, distance: 1 | -1): FlowState {
  if (!isEditable(state)) return state;
  const from = state.steps.findIndex((step) => step.id === state.stepId);
  const step = state.steps[from];
  if (distance === 1 && (step === undefined || !isComplete(state, step))) return state;
  const to = from + distance;
  return to < 0 || to >= state.steps.length ? state : moveTo(state, to);
}

function moveTo(state: FlowState, index: number): FlowState {
  const stepId = state.steps[index]?.id ?? state.stepId;
  return { ...state, stepId, moves: state.moves + 1 };
}

function settle(state: FlowState, submission: Submission): FlowState {
  return { ...state, submission, moves: state.moves + 1 };
}

/** A refusal that names a member opens that member's step; any other stays on the current step. */
function refuse(state: FlowState, refusal: ActivationRefusal, keepsKey: boolean): FlowState {
  const { submission } = state;
  if (submission.status !== 'submitting') return state;
  const stepIds = refusal.fields.map((field) => toStepId(state, field));
  const stepId = stepIds.find((id) => id !== null) ?? state.stepId;
  const attempt = keepsKey ? submission.attempt : null;
  return settle({ ...state, stepId }, { status: 'refused', refusal, attempt });
}

/** A new answer settles the refusal of its step, and makes the next press another intent. */
function withoutRefusalOf(state: FlowState, stepId: Step['id']): FlowState {
  const { submission } = state;
  if (submission.status !== 'refused') return state;
  const fields = submission.refusal.fields.filter((field) => toStepId(state, field) !== stepId);
  if (fields.length === 0) return { ...state, submission: { status: 'editing' } };
  const refusal = { ...submission.refusal, fields };
  return { ...state, submission: { status: 'refused', refusal, attempt: null } };
}
