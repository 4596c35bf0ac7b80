import { useMemo } from 'react';
import { useOnboardingSettings } from './settings.js';

export interface Draft {
  /** Whether there is a flow to resume. */
  readonly exists: () => boolean;
  readonly remove: () => void;
}

/** The draft of an integration's flow, which `useOnboardingFlow` resumes. */
export function useDraft(environmentId: string): Draft {
  const { drafts } = useOnboardingSettings('useDraft()');
  return useMemo(
    () => ({
      exists: () => drafts.has(environmentId),
      remove: () => drafts.remove(environmentId),
    }),
    [drafts, environmentId],
  );
}
