import type { FlowEvent } from './events.js';
import { reduce } from './reduce.js';
import type { FlowState } from './state.js';

/** The state of one flow, to read and to subscribe to; only the actions of the flow change it. */
export interface FlowStore {
  readonly getState: () => FlowState;
  /** Calls back after each change; returns the function that unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A store and the only way to change it. */
export interface FlowMachine {
  readonly store: FlowStore;
  readonly dispatch: (event: FlowEvent) => void;
}

/**
 * Creates a store outside of React: a key typed into a variable changes the state without rendering
 * the whole flow, and an answer that arrives after the component unmounted still reaches the draft.
 */
export function createFlowMachine(initial: FlowState): FlowMachine {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    store: {
      getState: () => state,
      subscribe(listener) {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    },
    dispatch(event) {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
  };
}
