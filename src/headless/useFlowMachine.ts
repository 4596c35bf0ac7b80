import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Integration } from '../domain/integration.js';
import { createFlowMachine, type FlowMachine } from '../flow/machine.js';
import { createFlowState, type FlowBeginning } from '../flow/state.js';
import { checkOutcome, type AttemptContext } from './attemptActivation.js';
import type { OnboardingSettings } from './settings.js';

interface HeldMachine {
  readonly machine: FlowMachine;
  /** What the machine was made for; see `toSignature`. */
  readonly signature: string;
  readonly scope: string;
}

/**
 * The machine of a flow, kept while user, templates and schema stay the same, and one that is done
 * also where these two change; `null` until the integration is known.
 */
export function useFlowMachine(
  settings: OnboardingSettings,
  integration: Integration | null,
  beginning: FlowBeginning | undefined,
): FlowMachine | null {
  const [held, setHeld] = useState<HeldMachine | null>(null);
  const isHydrated = useIsHydrated();
  if (integration === null || !isHydrated) return held?.machine ?? null;
  const signature = toSignature(settings, integration);
  if (held?.signature === signature) return held.machine;
  if (held?.scope === settings.scope && isDone(held.machine, integration)) return held.machine;
  const machine =
    beginning === undefined
      ? resumeMachine(settings, integration)
      : createFlowMachine(createFlowState(integration, beginning));
  setHeld({ machine, signature, scope: settings.scope });
  return machine;
}

/** Whether the machine has turned this integration on. */
function isDone({ store }: FlowMachine, { environmentId }: Integration): boolean {
  const state = store.getState();
  return state.environmentId === environmentId && state.submission.status === 'done';
}

function noop(): void {}

/** False while React hydrates a server's markup, which a draft may differ from. */
function useIsHydrated(): boolean {
  return useSyncExternalStore(
    () => noop,
    () => true,
    () => false,
  );
}

function toSignature({ scope }: OnboardingSettings, integration: Integration): string {
  const { environmentId, connectionTemplates, variablesSchema } = integration;
  return JSON.stringify([scope, environmentId, connectionTemplates, variablesSchema]);
}

/** Creates a machine that starts from the draft and writes it. */
function resumeMachine({ drafts }: OnboardingSettings, integration: Integration): FlowMachine {
  drafts.flush();
  const draft = drafts.read(integration.environmentId);
  const machine = createFlowMachine(createFlowState(integration, draft));
  let { submission } = machine.store.getState();
  machine.store.subscribe(() => {
    const state = machine.store.getState();
    drafts.save(state, state.submission !== submission);
    submission = state.submission;
  });
  return machine;
}

/**
 * Emits `flowStarted` and `stepViewed`, checks an outcome that a reload lost, and writes the draft
 * before the page or the component goes.
 */
export function useFlowLifecycle(context: AttemptContext | null): void {
  useEffect(() => {
    if (context === null) return undefined;
    const { drafts } = context.settings;
    const stopEmitting = emitSteps(context);
    void checkOutcome(context);
    const flush = (): void => drafts.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      stopEmitting();
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [context]);
}

function emitSteps({ settings, machine: { store } }: AttemptContext): () => void {
  const { environmentId, choices, variables, submission } = store.getState();
  const isResumed = choices.size > 0 || variables !== null || submission.status !== 'editing';
  settings.emit({ type: 'flowStarted', environmentId, isResumed });
  let viewedId = '';
  const emitStep = (): void => {
    const { stepId } = store.getState();
    if (stepId !== viewedId) settings.emit({ type: 'stepViewed', environmentId, stepId });
    viewedId = stepId;
  };
  emitStep();
  return store.subscribe(emitStep);
}
