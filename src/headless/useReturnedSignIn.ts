import { useState } from 'react';
import { findReturned, type ReturnedSignIn } from './returningSignIn.js';
import { useOnboardingSettings } from './settings.js';
import type { WritePlace } from './useSecretWrite.js';

/**
 * The sign-in that has come back to this place in the same window, as it was when the component came;
 * `null`: none. `useAuthorization` takes it up: show what uses that hook.
 */
export function useReturnedSignIn(place: WritePlace): ReturnedSignIn | null {
  const { scope } = useOnboardingSettings('useReturnedSignIn()');
  const [returned] = useState(() => findReturned(scope, place));
  return returned;
}
