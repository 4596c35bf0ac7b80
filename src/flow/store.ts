import type { FlowEvent } from './events.js';
import { reduce } from './reduce.js';
import type { FlowState } from './state.js';

/** Holds the state of one flow; the reducer alone changes it. */
export interface FlowStore {
  readonly getState: () => FlowState;
  readonly dispatch: (event: FlowEvent) => void;
  /** Calls back after each change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * A store outside of React: a key typed into a variable changes the state without rendering the
 * whole flow, and an answer that comes after the component has gone still reaches the draft.
 */
export function createFlowStore(initial: FlowState): FlowStore {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    dispatch(event) {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
