import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { ConnectFlow } from '../connect/useConnectFlow.js';
import { isFocusLost } from '../parts/isFocusLost.js';

export interface StepFocus {
  /** The row of that connection; without one the first row. */
  readonly focusRow: (id: string | undefined) => void;
  /** A connection was made or repaired: its row gets the focus once it is there. */
  readonly expectRow: (id: string) => void;
  /** A connection was removed: the choice that is left gets the focus, else the heading. */
  readonly expectRemoval: (id: string) => void;
  readonly isExpecting: () => boolean;
  /** What is expected, once it is there; it is then expected no more. */
  readonly takeExpected: () => HTMLElement | null;
}

type Find = () => HTMLElement | null | undefined;

/** Says where the focus goes within a step. `useLostFocus` takes it there. */
export function useStepFocus(step: RefObject<HTMLElement | null>): StepFocus {
  const expected = useRef<Find | null>(null);

  function listRows(): HTMLInputElement[] {
    return [...(step.current?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])];
  }

  return {
    isExpecting: () => expected.current !== null,
    takeExpected() {
      const target = expected.current?.() ?? null;
      if (target !== null) expected.current = null;
      return target;
    },
    focusRow(id) {
      const rows = listRows();
      (rows.find((row) => row.value === id) ?? rows[0])?.focus();
    },
    expectRow(id) {
      expected.current = () => listRows().find((row) => row.value === id);
    },
    expectRemoval(id) {
      expected.current = () => {
        const rows = listRows();
        // The list hears of it later; until then, the dialog that asked has the focus.
        if (rows.some((row) => row.value === id)) return null;
        const heading = step.current?.querySelector<HTMLElement>('.onb-heading');
        return rows.find((row) => row.checked) ?? rows[0] ?? heading;
      };
    },
  };
}

/**
 * Gives the focus of what has gone from the step to what has come in its place: to what is expected,
 * else to the button that opened the form. A user who has the focus elsewhere by then keeps it.
 */
export function useLostFocus(
  step: RefObject<HTMLElement | null>,
  { isExpecting, takeExpected }: StepFocus,
  { form, isWaiting }: Pick<ConnectFlow, 'form' | 'isWaiting'>,
): void {
  const lastForm = useRef(form);
  useLayoutEffect(() => {
    const closed = form === null ? lastForm.current : null;
    lastForm.current = form;
    if (closed !== null && !isExpecting()) {
      const opener = closed.broken === null ? 'connect-new' : 'reconnect';
      step.current?.querySelector<HTMLElement>(`[data-onb-part="${opener}"]`)?.focus();
    }
    // What the user has opened is still there, and has the focus.
    if (form !== null || isWaiting) return;
    // A row may come in a later commit than the end of the form.
    const target = takeExpected();
    if (isFocusLost()) target?.focus();
  });
}
