import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { BackendError } from '../backend/backendError.js';
import type { Connection } from '../domain/connection.js';
import type { Integration } from '../domain/integration.js';
import { isEditable } from '../flow/reduce.js';
import { createFlowState, type FlowBeginning, type FlowState } from '../flow/state.js';
import { createFlowStore, type FlowStore } from '../flow/store.js';
import {
  attemptActivation,
  checkOutcome,
  type AttemptContext,
  type CreateKey,
} from './attemptActivation.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';
import { useActivations } from './useActivations.js';
import { connectionsQuery } from './useConnections.js';
import { integrationQuery, useIntegration } from './useIntegration.js';

export interface OnboardingFlowInput {
  readonly environmentId: string;
  /** Makes the UUID of an intent to activate; default `crypto.randomUUID`. */
  readonly createKey?: CreateKey;
  /** True: may activate beside an activation that the user holds. Default: false. */
  readonly allowMultiple?: boolean;
  /** Where the flow begins in place of the draft, which it then neither reads nor writes. */
  readonly beginning?: FlowBeginning;
}

/** What a user can do in the flow; each is ignored where it means nothing. */
export interface OnboardingFlowActions {
  readonly chooseConnection: (templateId: string, connection: Connection) => void;
  /** Goes on from a step that has its answer. */
  readonly next: () => void;
  readonly back: () => void;
  /** Opens a step that was reached before. */
  readonly open: (stepId: string) => void;
  /** Sends the activation; once, however often it is pressed. */
  readonly activate: () => void;
  /** Looks again whether a lost answer went through. */
  readonly check: () => void;
  /** Leaves an unknown outcome, back to what was chosen and typed. */
  readonly dismissOutcome: () => void;
  readonly restart: () => void;
}

export type OnboardingFlowResult =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: BackendError; readonly retry: () => void }
  /** The environment does not run, or the host's configuration cannot work. */
  | {
      readonly status: 'unavailable';
      readonly integration: Integration;
      readonly retry: () => void;
    }
  | {
      readonly status: 'ready';
      readonly integration: Integration;
      /** Subscribe to slices of the state with `useFlowState`. */
      readonly store: FlowStore;
      readonly actions: OnboardingFlowActions;
    };

/**
 * The flow of one integration: its steps, what was chosen, and the activation. Resumes the draft;
 * asks for the first page of every template at once, as soon as the templates are known.
 */
export function useOnboardingFlow(input: OnboardingFlowInput): OnboardingFlowResult {
  const { environmentId, createKey = randomKey, allowMultiple = false, beginning } = input;
  const settings = useOnboardingSettings('useOnboardingFlow()');
  const loaded = useIntegration(environmentId);
  // Asked for together with the integration: an attempt must know what was there before.
  useActivations(environmentId);
  const isHydrated = useIsHydrated();
  const integration = loaded.status === 'ready' ? loaded.integration : null;
  const isOpen = isHydrated && integration?.status === 'available';
  const store = useStore(settings, isOpen ? integration : null, beginning);
  usePrefetchedChoices(settings, isOpen ? integration : null);
  const attempting = useMemo(
    () => store && { settings, store, createKey, allowMultiple },
    [settings, store, createKey, allowMultiple],
  );
  useLifeOfStore(attempting);
  const actions = useActions(attempting);
  const retry = useCallback(() => {
    const { queryKey } = integrationQuery(settings, environmentId);
    void settings.queryClient.refetchQueries({ queryKey });
  }, [settings, environmentId]);

  if (loaded.status !== 'ready') return loaded;
  if (loaded.integration.status !== 'available') {
    return { status: 'unavailable', integration: loaded.integration, retry };
  }
  if (store === null) return { status: 'loading' };
  return { status: 'ready', integration: loaded.integration, store, actions };
}

/** One slice of the flow's state; the component renders when that slice changes. */
export function useFlowState<T>(store: FlowStore, select: (state: FlowState) => T): T {
  const getSlice = (): T => select(store.getState());
  return useSyncExternalStore(store.subscribe, getSlice, getSlice);
}

function randomKey(): string {
  return crypto.randomUUID();
}

function noop(): void {}

/** False while a server's markup is being taken over: a draft may differ from what it showed. */
function useIsHydrated(): boolean {
  return useSyncExternalStore(
    () => noop,
    () => true,
    () => false,
  );
}

interface HeldStore {
  readonly store: FlowStore;
  /** What the store was made for: another user, or other templates, need another one. */
  readonly signature: string;
}

function useStore(
  settings: OnboardingSettings,
  integration: Integration | null,
  beginning: FlowBeginning | undefined,
): FlowStore | null {
  const [held, setHeld] = useState<HeldStore | null>(null);
  if (integration === null) return held?.store ?? null;
  const signature = toSignature(settings, integration);
  if (held?.signature === signature) return held.store;
  const store =
    beginning === undefined
      ? openStore(settings, integration)
      : createFlowStore(createFlowState(integration, beginning));
  setHeld({ store, signature });
  return store;
}

function toSignature({ scope }: OnboardingSettings, integration: Integration): string {
  const { environmentId, connectionTemplates, variablesSchema } = integration;
  return JSON.stringify([scope, environmentId, connectionTemplates, variablesSchema]);
}

function openStore({ drafts }: OnboardingSettings, integration: Integration): FlowStore {
  drafts.flush();
  const draft = drafts.read(integration.environmentId);
  const store = createFlowStore(createFlowState(integration, draft));
  let submission = store.getState().submission;
  store.subscribe(() => {
    const state = store.getState();
    drafts.save(state, state.submission !== submission);
    submission = state.submission;
  });
  return store;
}

/** The host hears of the start and of each step; what is typed last is written before the page goes. */
function useLifeOfStore(attempting: AttemptContext | null): void {
  useEffect(() => {
    if (attempting === null) return undefined;
    const { settings, store } = attempting;
    const { environmentId, choices, variables, submission } = store.getState();
    const isResumed = choices.size > 0 || variables !== null || submission.status !== 'editing';
    settings.emit({ type: 'flowStarted', environmentId, isResumed });
    void checkOutcome(attempting);
    let seen = '';
    const report = (): void => {
      const { stepId } = store.getState();
      if (stepId !== seen) settings.emit({ type: 'stepViewed', environmentId, stepId });
      seen = stepId;
    };
    report();
    const stop = store.subscribe(report);
    const flush = (): void => settings.drafts.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      stop();
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [attempting]);
}

function usePrefetchedChoices(settings: OnboardingSettings, integration: Integration | null): void {
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

function useActions(attempting: AttemptContext | null): OnboardingFlowActions {
  return useMemo(() => {
    const store = attempting?.store;
    return {
      chooseConnection(templateId, connection) {
        if (attempting === null || !isEditable(attempting.store.getState())) return;
        attempting.store.dispatch({ type: 'connectionChosen', templateId, connection });
        const { environmentId } = attempting.store.getState();
        attempting.settings.emit({
          ...{ type: 'connectionChosen', environmentId },
          ...{ connectionTemplateId: templateId, connectionId: connection.id },
        });
      },
      next: () => store?.dispatch({ type: 'stepCompleted' }),
      back: () => store?.dispatch({ type: 'wentBack' }),
      open: (stepId) => store?.dispatch({ type: 'stepOpened', stepId }),
      activate: () => void (attempting && attemptActivation(attempting)),
      check() {
        if (attempting === null) return;
        attempting.store.dispatch({ type: 'checkRequested' });
        void checkOutcome(attempting);
      },
      dismissOutcome: () => store?.dispatch({ type: 'outcomeDismissed' }),
      restart: () => store?.dispatch({ type: 'restarted' }),
    };
  }, [attempting]);
}
