import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus once the change that was asked for is on the page: a new row's first control, the
 * button that was pressed on a row that has moved since.
 */
export function useFocusAfter(root: RefObject<HTMLElement | null>): (selector: string) => void {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const target = root.current?.querySelector<HTMLElement>(wanted.current);
    wanted.current = null;
    target?.focus();
  });
  return (selector) => {
    wanted.current = selector;
  };
}
