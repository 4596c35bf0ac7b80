import {
  isOutcomeUnknown,
  isTransient,
  toBackendError,
  type BackendError,
} from '../backend/backendError.js';
import type { Activation, ActivationInput, ListedActivations } from '../domain/activation.js';
import type { FlowMachine } from '../flow/machine.js';
import { canActivate } from '../flow/reduce.js';
import type { ActivationAttempt, ActivationRefusal, FlowState } from '../flow/state.js';
import type { CreateKey } from './createKey.js';
import { toReportedError } from './onboardingEvent.js';
import { callBackend } from './queries.js';
import type { OnboardingSettings } from './settings.js';
import { activationsQuery, keepActivation, refreshActivations } from './useActivations.js';

/** What the attempts of one flow share. */
export interface AttemptContext {
  readonly settings: OnboardingSettings;
  readonly machine: FlowMachine;
  readonly createKey: CreateKey;
  /** False: nothing is sent while the user holds an activation. */
  readonly allowMultiple: boolean;
}

/**
 * Sends the activation once. Presses while one is under way mean nothing. Resolves when the outcome
 * is known, or is known to be unknown. Never rejects: every outcome is a state of the flow.
 */
export async function attemptActivation(context: AttemptContext): Promise<void> {
  const { settings, machine, createKey } = context;
  const before = machine.store.getState();
  if (!canActivate(before)) return;
  const { environmentId } = before;
  const cached = settings.queryClient.getQueryData<ListedActivations>(
    activationsQuery(settings, environmentId).queryKey,
  );
  const isRepeated = before.submission.status === 'unknown';
  const attempt: ActivationAttempt = {
    idempotencyKey: getRepeatableKey(before) ?? createKey(),
    knownActivationIds: toKnownIds(before, cached),
  };
  machine.dispatch({ type: 'activationRequested', attempt });
  settings.emit({ type: 'activationRequested', environmentId });
  await withLock(`${settings.scope}:${environmentId}`, () =>
    send(context, attempt, {
      isRepeated,
      knowsIdsBefore: isRepeated || attempt.knownActivationIds !== null,
    }),
  );
}

/**
 * Reads the activations again to find the result of a lost answer: any that was not there before.
 */
export async function checkOutcome({ settings, machine }: AttemptContext): Promise<void> {
  const { environmentId, submission } = machine.store.getState();
  if (submission.status !== 'checking') return;
  const list = await readActivations(settings, environmentId);
  const { attempt } = submission;
  const found = list.ok ? findNew(list.activations, attempt) : null;
  const couldLook = list.ok && canFindNew(list.activations, attempt);
  machine.dispatch({ type: 'outcomeChecked', found, couldLook });
  if (found) settings.emit({ type: 'activated', environmentId, activation: found });
}

interface AttemptFacts {
  /** The same attempt was sent before, and its outcome is unknown. */
  readonly isRepeated: boolean;
  /** False: the list was never read, so the attempt does not know the activations before it. */
  readonly knowsIdsBefore: boolean;
}

async function send(
  context: AttemptContext,
  attempt: ActivationAttempt,
  { isRepeated, knowsIdsBefore }: AttemptFacts,
): Promise<void> {
  const { settings, machine } = context;
  const { environmentId } = machine.store.getState();
  const list = await readActivations(settings, environmentId);
  if (!list.ok) return refuse(context, list.error, true);
  if (!knowsIdsBefore) {
    machine.dispatch({ type: 'activationsRead', ids: toIds(list.activations) });
  }
  const found = knowsIdsBefore ? findNew(list.activations, attempt) : null;
  if (found && isRepeated) return adopt(context, found);
  const isOneTooMany = !context.allowMultiple && list.activations.length > 0;
  if (found || isOneTooMany) return refuse(context, ACTIVATED_ELSEWHERE, false);
  await post(context, attempt);
}

const ACTIVATED_ELSEWHERE: ActivationRefusal = {
  code: 'activatedElsewhere',
  message: '',
  fields: [],
};

async function post(context: AttemptContext, { idempotencyKey }: ActivationAttempt): Promise<void> {
  const { settings, machine } = context;
  const { environmentId } = machine.store.getState();
  try {
    const activation = await callBackend(settings, () =>
      // Not aborted on unmount: the answer of a write still belongs in the list.
      settings.backend.activate(toInput(machine.store.getState()), {
        idempotencyKey,
        signal: new AbortController().signal,
      }),
    );
    adopt(context, activation);
  } catch (thrown) {
    const error = toBackendError(thrown);
    if (!isOutcomeUnknown(error)) return refuse(context, error, isTransient(error));
    // Without a status the host never answered, so the same key may be sent again: it activates once.
    machine.dispatch({ type: 'outcomeLost', isRepeatable: error.status === undefined });
    settings.emit({ type: 'outcomeUnknown', environmentId, error: toReportedError(error) });
    await checkOutcome(context);
  }
}

function adopt({ settings, machine }: AttemptContext, activation: Activation): void {
  const { environmentId } = machine.store.getState();
  keepActivation(settings, activation);
  machine.dispatch({ type: 'activationSucceeded', activation });
  settings.emit({ type: 'activated', environmentId, activation });
}

function refuse(
  { settings, machine }: AttemptContext,
  { code, message, fields, retryAfterSeconds }: ActivationRefusal,
  keepsKey: boolean,
): void {
  const { environmentId } = machine.store.getState();
  const refusal: ActivationRefusal = { code, message, fields, retryAfterSeconds };
  machine.dispatch({ type: 'activationRefused', keepsKey, refusal });
  settings.emit({ type: 'activationRefused', environmentId, error: toReportedError(refusal) });
}

function getRepeatableKey({ submission }: FlowState): string | null {
  if (submission.status === 'refused') return submission.attempt?.idempotencyKey ?? null;
  if (submission.status !== 'unknown' || !submission.isRepeatable) return null;
  return submission.attempt.idempotencyKey;
}

/** A repeated attempt keeps the ids of the first, to find what that one did. */
function toKnownIds(
  { submission }: FlowState,
  list: ListedActivations | undefined,
): ActivationAttempt['knownActivationIds'] {
  return submission.status === 'unknown' ? submission.attempt.knownActivationIds : toIds(list);
}

function toIds(list: ListedActivations | undefined): ActivationAttempt['knownActivationIds'] {
  return list === undefined || list.incomplete ? null : list.map(({ id }) => id);
}

/** One that was left out of either list would look new. */
function canFindNew(list: ListedActivations, { knownActivationIds }: ActivationAttempt): boolean {
  return knownActivationIds !== null && !list.incomplete;
}

function findNew(list: ListedActivations, attempt: ActivationAttempt): Activation | null {
  if (!canFindNew(list, attempt)) return null;
  return list.find(({ id }) => attempt.knownActivationIds?.includes(id) !== true) ?? null;
}

function toInput({ environmentId, steps, choices, variables }: FlowState): ActivationInput {
  return {
    environmentId,
    connections: steps.flatMap((step) => {
      const connection = step.kind === 'template' ? choices.get(step.template.id) : undefined;
      if (step.kind !== 'template' || connection === undefined) return [];
      return [{ connectionTemplateId: step.template.id, existingConnectionId: connection.id }];
    }),
    dynamicVariables: variables?.values ?? {},
  };
}

type ReadList =
  | { readonly ok: true; readonly activations: ListedActivations }
  | { readonly ok: false; readonly error: BackendError };

async function readActivations(
  settings: OnboardingSettings,
  environmentId: string,
): Promise<ReadList> {
  try {
    return { ok: true, activations: await refreshActivations(settings, environmentId) };
  } catch (error) {
    return { ok: false, error: toBackendError(error) };
  }
}

/**
 * Makes two tabs of one user take turns, so that the second reads what the first has done. Without
 * Web Locks (an insecure page, an old Safari) the read before the call is the only protection.
 */
async function withLock(name: string, run: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (locks === undefined) return run();
  await locks.request(`react-versori-onboarding:${name}`, run);
}
