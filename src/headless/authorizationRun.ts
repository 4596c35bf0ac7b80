import type { Authorization } from '../domain/connectionInput.js';
import {
  idleAuthorization,
  listAuthorizations,
  reduceAuthorization,
  type AnsweredSignIn,
  type AuthorizationEvent,
  type AuthorizationProblem,
  type AuthorizationState,
} from '../flow/authorization.js';
import type { AuthorizedCredential } from '../flow/authorizationAnswer.js';
import type { AuthorizationBrowser } from './authorizationBrowser.js';
import { createAuthorizationWindows } from './authorizationWindows.js';

/** Asks the backend for the provider's page. */
export type StartAuthorization = (signal: AbortSignal) => Promise<Authorization>;

type GrantListener = (credential: AuthorizedCredential) => void;

/** One sign-in, in as many windows as the user opens for it. */
export interface AuthorizationRun {
  readonly getState: () => AuthorizationState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Calls back once for each sign-in that ends with a credential; returns the end of that. */
  readonly listenToGrants: (listener: GrantListener) => () => void;
  /** Opens a window, and another one beside it when called again. Call it within a press of a button. */
  readonly open: (start: StartAuthorization) => void;
  /** Asks the callback page now. */
  readonly checkNow: () => void;
  /** Goes on with the answer to a sign-in in this very window, which began before the page was there. */
  readonly takeUp: (answered: AnsweredSignIn) => void;
  /** Stops waiting, if it waits; what has come of a sign-in stays. */
  readonly stopWaiting: () => void;
  /** Stops, and closes the windows that can be reached. */
  readonly end: () => void;
}

/** Nobody looks at an empty window for longer. */
const START_WITHIN_MS = 20_000;
/** As long as the ticket of the handler is good. */
const ANSWER_WITHIN_MS = 15 * 60_000;
const CHECK_FOR_MS = 3_000;

/** `toProblem` says what a user may know of a failed start. */
export function createAuthorizationRun(
  browser: AuthorizationBrowser,
  toProblem: (error: unknown) => AuthorizationProblem,
): AuthorizationRun {
  let state: AuthorizationState = idleAuthorization;
  let attempts = 0;
  const listeners = new Set<() => void>();
  const grantListeners = new Set<GrantListener>();
  const stops: (() => void)[] = [];
  const windows = createAuthorizationWindows(browser, {
    onAnswer: (search) => dispatch({ type: 'answered', search }),
    onClosed: (attempt) => dispatch({ type: 'windowClosed', attempt }),
  });

  function dispatch(event: AuthorizationEvent): void {
    const next = reduceAuthorization(state, event);
    if (next === state) return;
    state = next;
    if (next.status !== 'starting' && next.status !== 'waiting') settle();
    for (const listener of listeners) listener();
    if (next.status !== 'granted') return;
    for (const hearGrant of grantListeners) hearGrant(next.credential);
  }

  function settle(): void {
    for (const stop of stops.splice(0)) stop();
    windows.close();
  }

  function begin(attempt: number, start: StartAuthorization): void {
    const asking = new AbortController();
    const give = (problem: AuthorizationProblem): void => {
      dispatch({ type: 'startFailed', attempt, problem });
    };
    stops.push(
      browser.after(START_WITHIN_MS, () => give({ code: 'timeout' })),
      browser.after(ANSWER_WITHIN_MS, () => dispatch({ type: 'expired', attempt })),
      () => asking.abort(),
    );
    start(asking.signal).then(
      (authorization) => {
        dispatch({ type: 'started', attempt, authorization });
        if (listAuthorizations(state).includes(authorization)) {
          windows.navigate(attempt, authorization);
        }
      },
      (error: unknown) => give(toProblem(error)),
    );
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    listenToGrants(listener) {
      grantListeners.add(listener);
      return () => {
        grantListeners.delete(listener);
      };
    },
    open(start) {
      const attempt = ++attempts;
      if (!windows.open(attempt)) return dispatch({ type: 'windowBlocked' });
      dispatch({ type: 'windowOpened', attempt });
      begin(attempt, start);
    },
    checkNow() {
      if (state.status !== 'waiting') return;
      dispatch({ type: 'checkRequested' });
      windows.sayHello();
      stops.push(browser.after(CHECK_FOR_MS, () => dispatch({ type: 'checkEnded' })));
    },
    takeUp: (answered) => dispatch({ type: 'returned', answered }),
    stopWaiting() {
      if (state.status === 'starting' || state.status === 'waiting') dispatch({ type: 'ended' });
    },
    end: () => dispatch({ type: 'ended' }),
  };
}
