import { isJsonObject } from '../domain/json.js';
import type { Authorization } from '../domain/connectionInput.js';
import { toCallbackChannel } from '../domain/oauthCallback.js';
import { getAnsweredState } from '../flow/authorizationAnswer.js';
import type {
  AuthorizationBrowser,
  AuthorizationMessage,
  AuthorizationWindow,
} from './authorizationBrowser.js';

/** As the platform's callback page expects it, and as often as its own tools ask. */
const HELLO_EVERY_MS = 500;

/** The windows of one sign-in, and the ways on which an answer comes back from them. */
export interface AuthorizationWindows {
  /** Opens an empty one for an attempt; false: the browser blocked it. */
  readonly open: (attempt: number) => boolean;
  /** Sends the window of an attempt to the provider, and listens for the answer. */
  readonly navigate: (attempt: number, authorization: Authorization) => void;
  /** Asks each callback page for its answer, and looks which windows are closed. */
  readonly sayHello: () => void;
  /** Stops listening, and closes the windows that can be reached. */
  readonly close: () => void;
}

interface WindowListeners {
  /** `search`: the query with which the provider came back. */
  readonly onAnswer: (search: string) => void;
  readonly onClosed: (attempt: number) => void;
}

interface OpenedWindow {
  readonly attempt: number;
  readonly window: AuthorizationWindow;
  authorization?: Authorization;
}

export function createAuthorizationWindows(
  browser: AuthorizationBrowser,
  { onAnswer, onClosed }: WindowListeners,
): AuthorizationWindows {
  const windows: OpenedWindow[] = [];
  const channels: ReturnType<AuthorizationBrowser['openChannel']>[] = [];
  const stops: (() => void)[] = [];

  /** Believes a message of one of the windows, from the origin of the page that was to answer. */
  function hearMessage({ data, origin, source }: AuthorizationMessage): void {
    const from = windows.find(({ window }) => window.isSource(source));
    const search = getSearch(data);
    if (search !== null && from?.authorization?.callbackOrigin === origin) onAnswer(search);
  }

  function sayHello(): void {
    for (const { attempt, window, authorization } of windows) {
      if (window.isClosed()) onClosed(attempt);
      else if (authorization !== undefined) {
        const hello = { type: 'hello', payload: { state: authorization.state } } as const;
        window.post(hello, authorization.callbackOrigin);
      }
    }
  }

  /** The host's callback page is of this origin: it says its answer aloud. */
  function openChannel({ state }: Authorization): void {
    const hearChannel = (data: unknown): void => {
      const search = getSearch(data);
      if (search !== null && getAnsweredState(search) === state) onAnswer(search);
    };
    channels.push(browser.openChannel(toCallbackChannel(state), hearChannel));
  }

  return {
    open(attempt) {
      const window = browser.openWindow();
      if (window === null) return false;
      if (stops.length === 0) {
        stops.push(browser.listenToMessages(hearMessage), browser.every(HELLO_EVERY_MS, sayHello));
      }
      windows.push({ attempt, window });
      return true;
    },
    navigate(attempt, authorization) {
      const opened = windows.find((each) => each.attempt === attempt);
      if (opened === undefined) return;
      opened.authorization = authorization;
      if (authorization.callback === 'host') openChannel(authorization);
      opened.window.navigate(authorization.url);
    },
    sayHello,
    close() {
      for (const stop of stops.splice(0)) stop();
      for (const channel of channels.splice(0)) {
        channel.post({ type: 'received' });
        channel.close();
      }
      for (const { window } of windows.splice(0)) window.close();
    },
  };
}

/** The answer in a callback page's message; `null`: it is something else. */
function getSearch(data: unknown): string | null {
  if (!isJsonObject(data) || data['type'] !== 'response') return null;
  const { payload } = data;
  const search = isJsonObject(payload) ? payload['search'] : undefined;
  return typeof search === 'string' ? search : null;
}
