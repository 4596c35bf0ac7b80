import { createContext, useContext, useEffect } from 'react';

/** Asks the user where input would be lost; continues at once otherwise. */
type Ask = (continueWith: () => void) => void;

/** Lets an editor with unsaved changes intercept a request to close it. */
export interface LeaveGuard {
  /** Leaves, or asks first. */
  readonly leave: Ask;
  /** Stands in the way until the returned function is called. */
  readonly stand: (ask: Ask) => () => void;
}

export function createLeaveGuard(): LeaveGuard {
  let standing: Ask | null = null;
  return {
    leave: (continueWith) => (standing ? standing(continueWith) : continueWith()),
    stand(ask) {
      standing = ask;
      return () => {
        if (standing === ask) standing = null;
      };
    },
  };
}

export const LeaveGuardContext: React.Context<LeaveGuard | null> = createContext<LeaveGuard | null>(
  null,
);

/** Asks before the page is left, and before what is around the editor closes, while `isDirty`. */
export function useLeaveGuard(isDirty: () => boolean, ask: Ask): void {
  const guard = useContext(LeaveGuardContext);
  useEffect(() => guard?.stand(ask), [guard, ask]);
  useEffect(() => {
    const beforeUnload = (event: BeforeUnloadEvent): void => {
      if (isDirty()) event.preventDefault();
    };
    window.addEventListener('beforeunload', beforeUnload);
    return () => window.removeEventListener('beforeunload', beforeUnload);
  }, [isDirty]);
}
