import { useCallback, useRef, type RefObject } from 'react';
import type { FocusField } from '../../headless/variables-form/useVariablesForm.js';

interface FocusingFields {
  readonly focus: FocusField;
  /** Moves the focus to a field that was asked for before it was drawn. */
  readonly onDrawn: () => void;
}

/** Focuses fields by their keys, also one that is about to be drawn. */
export function useFocusField(
  root: RefObject<HTMLElement | null>,
  getId: (key: string) => string,
): FocusingFields {
  const wanted = useRef<string | null>(null);
  const focus = useCallback(
    (key: string) => {
      const isThere = focusControl(root.current, getId(key));
      wanted.current = isThere ? null : key;
      return isThere;
    },
    [root, getId],
  );
  const onDrawn = useCallback(() => {
    if (wanted.current !== null) focus(wanted.current);
  }, [focus]);
  return { focus, onDrawn };
}

/** Focuses a control; of a group the chosen one, or the first. */
function focusControl(root: HTMLElement | null, id: string): boolean {
  // Where the name of an entry is wrong, it is that which is to be changed.
  const element = root?.querySelector<HTMLElement>(`[id="${id}-k"][aria-invalid], [id="${id}"]`);
  if (!element) return false;
  const isGroup = element.tagName === 'FIELDSET' || element.tagName === 'OUTPUT';
  const inner = element.querySelector<HTMLElement>(':checked, input, select, textarea, button');
  const target = isGroup ? (inner ?? element) : element;
  for (let fold = closestFold(target); fold !== null; fold = closestFold(fold.parentElement)) {
    fold.open = true;
  }
  target.focus();
  return true;
}

function closestFold(element: Element | null): HTMLDetailsElement | null {
  return element?.closest('details:not([open])') ?? null;
}
