import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { BackendError } from '../backend/backendError.js';
import type { Connection } from '../domain/connection.js';
import type { Integration } from '../domain/integration.js';
import type { JsonObject } from '../domain/json.js';
import type { FlowStore } from '../flow/machine.js';
import { isEditable } from '../flow/reduce.js';
import type { FlowBeginning, FlowState } from '../flow/state.js';
import type { VariableInput } from '../variables/variableInput.js';
import { attemptActivation, checkOutcome, type AttemptContext } from './attemptActivation.js';
import { randomKey, type CreateKey } from './createKey.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';
import { useActivations } from './useActivations.js';
import { connectionsQuery } from './useConnections.js';
import { useFlowLifecycle, useFlowMachine } from './useFlowMachine.js';
import { integrationQuery, useIntegration } from './useIntegration.js';

export interface OnboardingFlowInput {
  readonly environmentId: string;
  /** Creates the UUID of an intent to activate. Default: `crypto.randomUUID`. */
  readonly createKey?: CreateKey | undefined;
  /** True: may activate beside an activation that the user holds. Default: false. */
  readonly allowMultiple?: boolean | undefined;
  /** Starts the flow here instead of from the draft, which is then neither read nor written. */
  readonly beginning?: FlowBeginning | undefined;
}

/** What a user can do in the flow. Each action is ignored while it does not apply. */
export interface OnboardingFlowActions {
  readonly chooseConnection: (connectionTemplateId: string, connection: Connection) => void;
  /**
   * Keeps what is typed, in the draft too; the variables have to be confirmed again. `input` is the
   * one of `useVariablesForm`, which marks secrets: they stay out of the draft.
   */
  readonly changeVariables: (input: VariableInput) => void;
  /**
   * Answers the variables step with valid values. `input` as in `changeVariables`; a draft keeps
   * nothing of an input of another shape, and `values` only without secrets.
   */
  readonly confirmVariables: (input: VariableInput, values: JsonObject) => void;
  /** Opens the next step; ignored while the current one has no answer. */
  readonly next: () => void;
  readonly back: () => void;
  /** Opens a step by id; ignored while a step before it has no answer. */
  readonly open: (stepId: string) => void;
  /** Sends the activation once, however often it is called. */
  readonly activate: () => void;
  /** Checks again whether a lost answer activated. */
  readonly check: () => void;
  /** Leaves an unknown outcome, back to the filled-in steps. */
  readonly dismissOutcome: () => void;
  /** Starts over with nothing chosen. */
  readonly restart: () => void;
}

export type OnboardingFlowResult =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: BackendError; readonly retry: () => void }
  /** The environment is not running, or the host's configuration cannot work. */
  | {
      readonly status: 'unavailable';
      readonly integration: Integration;
      readonly retry: () => void;
    }
  | {
      readonly status: 'ready';
      readonly integration: Integration;
      /** Read it with `useFlowState`. */
      readonly store: FlowStore;
      readonly actions: OnboardingFlowActions;
    };

/**
 * Runs the flow of one integration: its steps, the answers and the activation. Resumes the draft,
 * and reads the first page of connections of every template as soon as the templates are known.
 */
export function useOnboardingFlow(input: OnboardingFlowInput): OnboardingFlowResult {
  const { environmentId, createKey = randomKey, allowMultiple = false, beginning } = input;
  const settings = useOnboardingSettings('useOnboardingFlow()');
  const loaded = useIntegration(environmentId);
  // Read together with the integration: an attempt must know which activations were there before.
  useActivations(environmentId);
  const integration = loaded.status === 'ready' ? loaded.integration : null;
  const available = integration?.status === 'available' ? integration : null;
  const machine = useFlowMachine(settings, available, beginning);
  usePrefetchedConnections(settings, available);
  const context = useMemo(
    () => machine && { settings, machine, createKey, allowMultiple },
    [settings, machine, createKey, allowMultiple],
  );
  useFlowLifecycle(context);
  const actions = useActions(context);
  const retry = useCallback(() => {
    const { queryKey } = integrationQuery(settings, environmentId);
    void settings.queryClient.refetchQueries({ queryKey });
  }, [settings, environmentId]);

  if (loaded.status !== 'ready') return loaded;
  if (loaded.integration.status !== 'available') {
    return { status: 'unavailable', integration: loaded.integration, retry };
  }
  if (machine === null) return { status: 'loading' };
  return { status: 'ready', integration: loaded.integration, store: machine.store, actions };
}

/** Selects a slice of the flow's state; the component renders only when the slice changes. */
export function useFlowState<T>(store: FlowStore, select: (state: FlowState) => T): T {
  const getSlice = (): T => select(store.getState());
  return useSyncExternalStore(store.subscribe, getSlice, getSlice);
}

function usePrefetchedConnections(
  settings: OnboardingSettings,
  integration: Integration | null,
): void {
  useEffect(() => {
    if (integration === null) return;
    const { environmentId } = integration;
    for (const template of integration.connectionTemplates) {
      if (template.managed) continue;
      const query = connectionsQuery(settings, {
        environmentId,
        connectionTemplateId: template.id,
      });
      void settings.queryClient.prefetchInfiniteQuery(query);
    }
  }, [settings, integration]);
}

function useActions(context: AttemptContext | null): OnboardingFlowActions {
  return useMemo(() => {
    const dispatch = context?.machine.dispatch;
    return {
      chooseConnection(connectionTemplateId, connection) {
        if (context !== null) choose(context, connectionTemplateId, connection);
      },
      changeVariables: (input) => dispatch?.({ type: 'variablesChanged', input }),
      confirmVariables: (input, values) =>
        dispatch?.({ type: 'variablesConfirmed', input, values }),
      next: () => dispatch?.({ type: 'stepCompleted' }),
      back: () => dispatch?.({ type: 'wentBack' }),
      open: (stepId) => dispatch?.({ type: 'stepOpened', stepId }),
      activate() {
        if (context !== null) void attemptActivation(context);
      },
      check() {
        if (context === null) return;
        context.machine.dispatch({ type: 'checkRequested' });
        void checkOutcome(context);
      },
      dismissOutcome: () => dispatch?.({ type: 'outcomeDismissed' }),
      restart: () => dispatch?.({ type: 'restarted' }),
    };
  }, [context]);
}

function choose(
  { settings, machine }: AttemptContext,
  connectionTemplateId: string,
  connection: Connection,
): void {
  const state = machine.store.getState();
  if (!isEditable(state)) return;
  machine.dispatch({ type: 'connectionChosen', connectionTemplateId, connection });
  settings.emit({
    type: 'connectionChosen',
    environmentId: state.environmentId,
    connectionTemplateId,
    connectionId: connection.id,
  });
}
