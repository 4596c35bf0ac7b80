import { createContext, useContext, useEffect } from 'react';

/**
 * Where an editor with unsaved changes stands in the way of leaving: whoever would close what is
 * around it calls `ask` in place of going on, where there is one.
 */
export interface LeaveGuard {
  ask: ((goOn: () => void) => void) | null;
}

export const LeaveGuardContext: React.Context<LeaveGuard | null> = createContext<LeaveGuard | null>(
  null,
);

/** Asks before the page is left, and before what is around the editor closes, while `isDirty`. */
export function useLeaveGuard(isDirty: () => boolean, ask: (goOn: () => void) => void): void {
  const guard = useContext(LeaveGuardContext);
  useEffect(() => {
    const beforeUnload = (event: BeforeUnloadEvent): void => {
      if (isDirty()) event.preventDefault();
    };
    window.addEventListener('beforeunload', beforeUnload);
    if (guard) guard.ask = ask;
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      if (guard) guard.ask = null;
    };
  }, [guard, isDirty, ask]);
}
