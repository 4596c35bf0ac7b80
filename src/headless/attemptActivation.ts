import { toBackendError, type BackendError } from '../backend/backendError.js';
import type { Activation, ActivationInput } from '../domain/activation.js';
import { canActivate } from '../flow/reduce.js';
import type { Attempt, FlowState, Refusal } from '../flow/state.js';
import type { FlowStore } from '../flow/store.js';
import { ask } from './queries.js';
import type { OnboardingSettings } from './settings.js';
import { activationsQuery, keepActivation } from './useActivations.js';

/** Makes the UUID of an intent; injected by tests. */
export type CreateKey = () => string;

/** What an attempt needs; the same for all attempts of one flow. */
export interface AttemptContext {
  readonly settings: OnboardingSettings;
  readonly store: FlowStore;
  readonly createKey: CreateKey;
  /** False: nothing is sent while the user holds an activation. */
  readonly allowMultiple: boolean;
}

/**
 * One press on Activate. Presses while one is under way mean nothing. Resolves when the outcome is
 * known, or is known to be unknown; never rejects: every outcome is a state of the flow.
 */
export async function attemptActivation(context: AttemptContext): Promise<void> {
  const { settings, store, createKey } = context;
  const before = store.getState();
  if (!canActivate(before)) return;
  const cached = settings.queryClient.getQueryData<readonly Activation[]>(
    activationsQuery(settings, before.environmentId).queryKey,
  );
  const attempt: Attempt = {
    idempotencyKey: getRepeatableKey(before) ?? createKey(),
    knownActivationIds: toKnownIds(before, cached ?? []),
  };
  store.dispatch({ type: 'activationRequested', attempt });
  settings.emit({ type: 'activationRequested', environmentId: before.environmentId });
  await withLock(`${settings.scope}:${before.environmentId}`, () =>
    post(context, attempt, {
      isRepeated: before.submission.status === 'unknown',
      isInformed: before.submission.status === 'unknown' || cached !== undefined,
    }),
  );
}

/**
 * Reads the user's activations again to find what a lost answer did: whatever was not there before
 * came of the attempt.
 */
export async function checkOutcome({ settings, store }: AttemptContext): Promise<void> {
  const { environmentId, submission } = store.getState();
  if (submission.status !== 'checking') return;
  const list = await readActivations(settings, environmentId);
  const found = list.ok ? findNew(list.activations, submission.attempt) : null;
  store.dispatch({ type: 'outcomeChecked', found, couldLook: list.ok });
  if (found) settings.emit({ type: 'activated', environmentId, activation: found });
}

async function post(
  context: AttemptContext,
  attempt: Attempt,
  { isRepeated, isInformed }: { isRepeated: boolean; isInformed: boolean },
): Promise<void> {
  const { settings, store } = context;
  const { environmentId } = store.getState();
  const list = await readActivations(settings, environmentId);
  if (!list.ok) return refuse(context, list.error, true);
  if (!isInformed) store.dispatch({ type: 'activationsRead', ids: toIds(list.activations) });
  const found = isInformed ? findNew(list.activations, attempt) : null;
  if (found && isRepeated) return adopt(context, found);
  const isOneTooMany = !context.allowMultiple && list.activations.length > 0;
  if (found || isOneTooMany)
    return refuse(context, { code: 'activatedElsewhere', message: '', fields: [] }, false);
  try {
    const activation = await ask(settings, () =>
      // A write is not given up when the component goes: its answer still belongs into the list.
      settings.backend.activate(toInput(store.getState()), {
        idempotencyKey: attempt.idempotencyKey,
        signal: new AbortController().signal,
      }),
    );
    adopt(context, activation);
  } catch (thrown) {
    const error = toBackendError(thrown);
    if (!error.outcomeUnknown) return refuse(context, error, isPassing(error));
    // Without a status the host never answered, so the same key may be sent again: it activates once.
    store.dispatch({ type: 'outcomeLost', isRepeatable: error.status === undefined });
    settings.emit({ type: 'outcomeUnknown', environmentId, error });
    await checkOutcome(context);
  }
}

function adopt({ settings, store }: AttemptContext, activation: Activation): void {
  const { environmentId } = store.getState();
  keepActivation(settings, activation);
  store.dispatch({ type: 'activationSucceeded', activation });
  settings.emit({ type: 'activated', environmentId, activation });
}

function refuse({ settings, store }: AttemptContext, reason: Refusal, keepsKey: boolean): void {
  const { environmentId } = store.getState();
  const { code, message, fields, retryAfterSeconds } = reason;
  const refusal: Refusal = {
    ...{ code, message, fields },
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  store.dispatch({ type: 'activationRefused', keepsKey, refusal });
  settings.emit({ type: 'activationRefused', environmentId, refusal });
}

/** Whether the same request can succeed later: then it is still the same intent. */
function isPassing({ code }: BackendError): boolean {
  return code === 'rateLimited' || code === 'unavailable' || code === 'timeout';
}

function getRepeatableKey({ submission }: FlowState): string | null {
  if (submission.status === 'refused') return submission.attempt?.idempotencyKey ?? null;
  if (submission.status !== 'unknown' || !submission.isRepeatable) return null;
  return submission.attempt.idempotencyKey;
}

/** A repeated attempt must find what its first press did, so what was known then stays. */
function toKnownIds({ submission }: FlowState, list: readonly Activation[]): readonly string[] {
  return submission.status === 'unknown' ? submission.attempt.knownActivationIds : toIds(list);
}

function toIds(list: readonly Activation[]): readonly string[] {
  return list.map(({ id }) => id);
}

function findNew(list: readonly Activation[], attempt: Attempt): Activation | null {
  return list.find(({ id }) => !attempt.knownActivationIds.includes(id)) ?? null;
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
  | { readonly ok: true; readonly activations: readonly Activation[] }
  | { readonly ok: false; readonly error: BackendError };

async function readActivations(
  settings: OnboardingSettings,
  environmentId: string,
): Promise<ReadList> {
  try {
    const query = { ...activationsQuery(settings, environmentId), staleTime: 0 };
    // A read that is under way began before what it is asked to find.
    await settings.queryClient.cancelQueries({ queryKey: query.queryKey });
    return { ok: true, activations: await settings.queryClient.fetchQuery(query) };
  } catch (error) {
    return { ok: false, error: toBackendError(error) };
  }
}

/**
 * Two tabs of one user take turns, so that the second sees what the first has done. Where the
 * browser has no locks (an insecure page, an old Safari), the look before the call is all there is.
 */
async function withLock(name: string, run: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (locks === undefined) return run();
  await locks.request(`react-versori-onboarding:${name}`, run);
}
