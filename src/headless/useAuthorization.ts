import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { toBackendError } from '../backend/backendError.js';
import type { Authorization, AuthorizationInput } from '../domain/connectionInput.js';
import type { AuthorizationState } from '../flow/authorization.js';
import type { AuthorizedCredential } from '../flow/authorizationAnswer.js';
import { createPageBrowser, type AuthorizationBrowser } from './authorizationBrowser.js';
import { createAuthorizationRun, type AuthorizationRun } from './authorizationRun.js';
import { callBackend } from './queries.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';

export interface UseAuthorizationInput extends Pick<
  AuthorizationInput,
  'environmentId' | 'connectionTemplateId'
> {
  /** The connection to sign in to again; absent: a new one. */
  readonly connectionId?: string | undefined;
  /** Called once for each sign-in that ends with a credential. */
  readonly onGranted: (credential: AuthorizedCredential) => void;
  /** Default: this page's. */
  readonly browser?: AuthorizationBrowser | undefined;
}

export interface UseAuthorization {
  readonly state: AuthorizationState;
  /**
   * Opens the provider's page for a scheme of the template, in a window of its own. Call it within a
   * press of a button: browsers block the window otherwise.
   */
  readonly startAuthorization: (schemeIndex: number) => void;
  /** Asks the callback page now whether it has the answer. */
  readonly checkNow: () => void;
  /** Stops waiting; also forgets a credential that was granted. */
  readonly end: () => void;
}

/** Signs in at a provider; `null` if the backend cannot. Ends when the component goes. */
export function useAuthorization(input: UseAuthorizationInput): UseAuthorization | null {
  const settings = useOnboardingSettings('useAuthorization()');
  const { environmentId, connectionTemplateId, connectionId, onGranted, browser } = input;
  const [run] = useState<AuthorizationRun>(() =>
    createAuthorizationRun(browser ?? createPageBrowser(), toBackendError),
  );
  const state = useSyncExternalStore(run.subscribe, run.getState, run.getState);
  useEffect(() => run.listenToGrants(onGranted), [run, onGranted]);
  useEffect(() => run.end, [run]);

  const canStart = settings.backend.startAuthorization !== undefined;
  const startAuthorization = useCallback(
    (schemeIndex: number) => {
      const asked = {
        environmentId,
        connectionTemplateId,
        schemeIndex,
        ...(connectionId !== undefined && { connectionId }),
      };
      run.open((signal) => callBackend(settings, () => start(settings, asked, signal)));
    },
    [run, settings, environmentId, connectionTemplateId, connectionId],
  );
  const { checkNow, end } = run;
  return useMemo(
    () => (canStart ? { state, startAuthorization, checkNow, end } : null),
    [canStart, state, startAuthorization, checkNow, end],
  );
}

async function start(
  { backend }: OnboardingSettings,
  input: AuthorizationInput,
  signal: AbortSignal,
): Promise<Authorization> {
  if (backend.startAuthorization === undefined) {
    throw new Error('This backend has no startAuthorization().');
  }
  return backend.startAuthorization(input, { signal });
}
