import { createContext, useContext } from 'react';
import type { Integration } from '../../domain/integration.js';
import type { FlowStore } from '../../flow/machine.js';
import type { FlowState } from '../../flow/state.js';
import { useFlowState, type OnboardingFlowActions } from '../../headless/useOnboardingFlow.js';

/** What every step of one running flow shares. */
export interface Flow {
  readonly integration: Integration;
  readonly store: FlowStore;
  readonly actions: OnboardingFlowActions;
  /** Leaves the flow for the list of activations; absent where there is none to go to. */
  readonly onLeave: (() => void) | undefined;
  /** True: the user opened the flow, so its first heading takes the focus too. */
  readonly takesFocus: boolean;
}

export const FlowContext: React.Context<Flow | null> = createContext<Flow | null>(null);

/** The flow around a step. */
export function useFlow(): Flow {
  const flow = useContext(FlowContext);
  if (flow === null) {
    throw new Error('A step was rendered outside of its flow. Render it below <FlowView>.');
  }
  return flow;
}

/** A slice of the state of the flow around a step. */
export function useFlowSlice<T>(select: (state: FlowState) => T): T {
  return useFlowState(useFlow().store, select);
}
