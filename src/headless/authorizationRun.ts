import { isJsonObject } from '../domain/json.js';
import type { Authorization } from '../domain/connectionInput.js';
import { toCallbackChannel } from '../domain/oauthCallback.js';
import {
  idleAuthorization,
  listAuthorizations,
  reduceAuthorization,
  type AnsweredSignIn,
  type AuthorizationEvent,
  type AuthorizationProblem,
  type AuthorizationState,
} from '../flow/authorization.js';
import { getAnsweredState, type AuthorizedCredential } from '../flow/authorizationAnswer.js';
import type {
  AuthorizationBrowser,
  AuthorizationMessage,
  AuthorizationWindow,
} from './authorizationBrowser.js';

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

/** As the platform's callback page expects it, and as often as its own tools ask. */
const HELLO_EVERY_MS = 500;
/** Nobody looks at an empty window for longer. */
const START_WITHIN_MS = 20_000;
/** As long as the ticket of the handler is good. */
const ANSWER_WITHIN_MS = 15 * 60_000;
const CHECK_FOR_MS = 3_000;

interface OpenedWindow {
  readonly attempt: number;
  readonly window: AuthorizationWindow;
  authorization?: Authorization;
}

type Channel = ReturnType<AuthorizationBrowser['openChannel']>;

/** `toProblem` says what a user may know of a failed start. */
export function createAuthorizationRun(
  browser: AuthorizationBrowser,
  toProblem: (error: unknown) => AuthorizationProblem,
): AuthorizationRun {
  let state: AuthorizationState = idleAuthorization;
  let attempts = 0;
  const listeners = new Set<() => void>();
  const grantListeners = new Set<GrantListener>();
  const windows: OpenedWindow[] = [];
  const channels = new Map<string, Channel>();
  const stops: (() => void)[] = [];

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
    for (const channel of channels.values()) {
      channel.post({ type: 'received' });
      channel.close();
    }
    channels.clear();
    for (const { window } of windows.splice(0)) window.close();
  }

  function hear(data: unknown): void {
    if (!isJsonObject(data) || data['type'] !== 'response') return;
    const { payload } = data;
    const search = isJsonObject(payload) ? payload['search'] : undefined;
    if (typeof search === 'string') dispatch({ type: 'answered', search });
  }

  /** Believes a message of one of the windows, from the origin of the page that was to answer. */
  function hearMessage({ data, origin, source }: AuthorizationMessage): void {
    const from = windows.find(({ window }) => window.isSource(source));
    if (from?.authorization?.callbackOrigin === origin) hear(data);
  }

  function sayHello(): void {
    for (const { attempt, window, authorization } of windows) {
      if (window.isClosed()) dispatch({ type: 'windowClosed', attempt });
      else if (authorization !== undefined) {
        const hello = { type: 'hello', payload: { state: authorization.state } } as const;
        window.post(hello, authorization.callbackOrigin);
      }
    }
  }

  function listen(authorization: Authorization): void {
    if (authorization.callback !== 'host') return;
    const name = toCallbackChannel(authorization.state);
    const hearChannel = (data: unknown): void => {
      if (isAnswerTo(data, authorization.state)) hear(data);
    };
    channels.set(name, browser.openChannel(name, hearChannel));
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
        const opened = windows.find((each) => each.attempt === attempt);
        if (opened === undefined || !listAuthorizations(state).includes(authorization)) return;
        opened.authorization = authorization;
        listen(authorization);
        opened.window.navigate(authorization.url);
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
      const window = browser.openWindow();
      if (window === null) return dispatch({ type: 'windowBlocked' });
      if (stops.length === 0) {
        stops.push(browser.listenToMessages(hearMessage), browser.every(HELLO_EVERY_MS, sayHello));
      }
      const attempt = ++attempts;
      windows.push({ attempt, window });
      dispatch({ type: 'windowOpened', attempt });
      begin(attempt, start);
    },
    checkNow() {
      if (state.status !== 'waiting') return;
      dispatch({ type: 'checkRequested' });
      sayHello();
      stops.push(browser.after(CHECK_FOR_MS, () => dispatch({ type: 'checkEnded' })));
    },
    takeUp: (answered) => dispatch({ type: 'returned', answered }),
    stopWaiting() {
      if (state.status === 'starting' || state.status === 'waiting') dispatch({ type: 'ended' });
    },
    end: () => dispatch({ type: 'ended' }),
  };
}

function isAnswerTo(data: unknown, state: string): boolean {
  if (!isJsonObject(data) || !isJsonObject(data['payload'])) return false;
  const { search } = data['payload'];
  return typeof search === 'string' && getAnsweredState(search) === state;
}
