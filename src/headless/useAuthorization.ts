import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { toBackendError } from '../backend/backendError.js';
import type { Authorization, AuthorizationInput } from '../domain/connectionInput.js';
import type { JsonObject } from '../domain/json.js';
import type { AuthorizationState } from '../flow/authorization.js';
import type { AuthorizedCredential } from '../flow/authorizationAnswer.js';
import { createPageBrowser, type AuthorizationBrowser } from './authorizationBrowser.js';
import { createAuthorizationRun, type AuthorizationRun } from './authorizationRun.js';
import { callBackend } from './queries.js';
import {
  forgetReturned,
  keepLeaving,
  type LeavingSignIn,
  type ReturnedSignIn,
} from './returningSignIn.js';
import { useReturnedSignIn } from './useReturnedSignIn.js';
import { useOnboardingSettings, type OnboardingSettings } from './settings.js';

export interface UseAuthorizationInput extends Pick<
  AuthorizationInput,
  'environmentId' | 'connectionTemplateId'
> {
  /** The connection to sign in to again; absent: a new one. */
  readonly connectionId?: string | undefined;
  /** Called once for each sign-in that ends with a credential, with the place of its scheme. */
  readonly onGranted: (credential: AuthorizedCredential, schemeIndex: number) => void;
  /** Default: this page's. */
  readonly browser?: AuthorizationBrowser | undefined;
}

/** A sign-in in this window, for where the browser opens no other. */
export interface SameWindowSignIn {
  /** The provider's page. It leads back here, to a component that uses the same place. */
  readonly url: string;
  /**
   * Call it in the press that leads there. `form` comes back too: put no secret into it. False: this
   * browser keeps nothing, so that the user would not come back here; do not go.
   */
  readonly leave: (form: JsonObject) => boolean;
}

export interface UseAuthorization {
  readonly state: AuthorizationState;
  /**
   * Opens the provider's page for a scheme of the template, in a window of its own. Call it within a
   * press of a button: browsers block the window otherwise.
   */
  readonly startAuthorization: (schemeIndex: number) => void;
  /**
   * `null`: a window was opened, or the provider cannot send the user back to this page. It also needs
   * a `userKey`: the draft of the flow would be lost otherwise.
   */
  readonly sameWindow: SameWindowSignIn | null;
  /** What came back from this window's sign-in, taken up already; `null`: nothing. */
  readonly returned: ReturnedSignIn | null;
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
  const schemeOfRun = useRef(0);
  useEffect(
    () => run.listenToGrants((credential) => onGranted(credential, schemeOfRun.current)),
    [run, onGranted],
  );
  useEffect(() => run.stopWaiting, [run]);
  const found = useReturnedSignIn({ environmentId, connectionTemplateId });
  const returned = found?.connectionId === connectionId ? found : null;
  const isTakenUp = useRef(false);
  useEffect(() => {
    if (returned === null || isTakenUp.current) return;
    isTakenUp.current = true;
    forgetReturned(returned);
    schemeOfRun.current = returned.schemeIndex;
    run.takeUp(returned);
  }, [run, returned]);
  const [leaving, setLeaving] = useState<LeavingAuthorization | null>(null);

  const canStart = settings.backend.startAuthorization !== undefined;
  const startAuthorization = useCallback(
    (schemeIndex: number) => {
      const asked = {
        environmentId,
        connectionTemplateId,
        schemeIndex,
        ...(connectionId !== undefined && { connectionId }),
      };
      schemeOfRun.current = schemeIndex;
      setLeaving(null);
      run.open((signal) => callBackend(settings, () => start(settings, asked, signal)));
      if (run.getState().status !== 'blocked' || !canLeave(settings)) return;
      const returnTo = location.pathname + location.search + location.hash;
      const { signal } = new AbortController();
      callBackend(settings, () => start(settings, { ...asked, returnTo }, signal)).then(
        (authorization) => {
          if (isCallbackHere(authorization)) setLeaving({ ...asked, ...authorization, returnTo });
        },
        // It was reported. The user can still allow the window.
        () => undefined,
      );
    },
    [run, settings, environmentId, connectionTemplateId, connectionId],
  );
  const sameWindow = useMemo(() => {
    if (leaving === null || state.status !== 'blocked') return null;
    const leave = (form: JsonObject): boolean =>
      keepLeaving(settings.scope, toLeaving(leaving, form));
    return { url: leaving.url, leave };
  }, [leaving, settings, state.status]);
  const { checkNow, end } = run;
  return useMemo(
    () => (canStart ? { state, startAuthorization, sameWindow, returned, checkNow, end } : null),
    [canStart, state, startAuthorization, sameWindow, returned, checkNow, end],
  );
}

interface LeavingAuthorization extends Authorization, AuthorizationInput {
  readonly returnTo: string;
}

/**
 * Whether a sign-in in this window can come back: the draft has to be there again, and neither
 * providers nor the callback page let themselves be shown in a frame.
 */
function canLeave({ scope }: OnboardingSettings): boolean {
  return scope.startsWith('user:') && window.top === window;
}

/** Without what nobody needs on the way back. */
function toLeaving(
  { url: _url, callback: _callback, callbackOrigin: _origin, ...kept }: LeavingAuthorization,
  form: JsonObject,
): LeavingSignIn {
  return { ...kept, form };
}

/** Whether the callback page can lead back: it is the host's own, and of this page's origin. */
function isCallbackHere({ callback, callbackOrigin }: Authorization): boolean {
  return callback === 'host' && callbackOrigin === location.origin;
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
