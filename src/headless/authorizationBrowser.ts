import type { CallbackHello } from '../domain/oauthCallback.js';

/** A window that was opened for a sign-in. */
export interface AuthorizationWindow {
  readonly navigate: (url: string) => void;
  /** True also of an open window whose page isolates itself from its opener. */
  readonly isClosed: () => boolean;
  /** `origin`: the only one that gets the message. */
  readonly post: (message: CallbackHello, origin: string) => void;
  readonly close: () => void;
  /** Whether a message came from this window. */
  readonly isSource: (source: unknown) => boolean;
}

export interface AuthorizationMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/** What a sign-in needs of the browser; tests inject their own. Each function that starts something returns its end. */
export interface AuthorizationBrowser {
  /** Opens an empty window. Call it within a press of a button; `null`: the browser blocked it. */
  readonly openWindow: () => AuthorizationWindow | null;
  readonly listenToMessages: (listener: (message: AuthorizationMessage) => void) => () => void;
  /** Opens a channel of this origin; `post` reaches the other pages on it. */
  readonly openChannel: (
    name: string,
    listener: (data: unknown) => void,
  ) => { readonly post: (data: unknown) => void; readonly close: () => void };
  readonly every: (milliseconds: number, run: () => void) => () => void;
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

const WINDOW_WIDTH = 560;
const WINDOW_HEIGHT = 720;

/** The browser of this page. Windows of one call replace each other where they can be reached. */
export function createPageBrowser(): AuthorizationBrowser {
  const name = `onboarding-${crypto.randomUUID()}`;
  return {
    openWindow() {
      try {
        const opened = window.open('about:blank', name, toFeatures());
        return opened && toAuthorizationWindow(opened);
      } catch {
        // Firefox throws in a frame whose sandbox lacks `allow-popups`; others return null.
        return null;
      }
    },
    listenToMessages(listener) {
      window.addEventListener('message', listener);
      return () => window.removeEventListener('message', listener);
    },
    openChannel(channelName, listener) {
      if (typeof BroadcastChannel === 'undefined') {
        return { post: () => undefined, close: () => undefined };
      }
      const channel = new BroadcastChannel(channelName);
      channel.addEventListener('message', ({ data }) => listener(data));
      return {
        // A channel has no target: it reaches this origin alone.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        post: (data) => channel.postMessage(data),
        close: () => channel.close(),
      };
    },
    every(milliseconds, run) {
      const timer = setInterval(run, milliseconds);
      return () => clearInterval(timer);
    },
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

function toAuthorizationWindow(opened: Window): AuthorizationWindow {
  return {
    // The empty page is replaced: Back must not lead to it.
    navigate: (url) => opened.location.replace(url),
    isClosed: () => opened.closed,
    post: (message, origin) => opened.postMessage(message, origin),
    close: () => opened.close(),
    isSource: (source) => source === opened,
  };
}

/** In the middle of this window, wherever that is on the screens. */
function toFeatures(): string {
  const left = Math.round(window.screenX + (window.outerWidth - WINDOW_WIDTH) / 2);
  const top = Math.round(window.screenY + (window.outerHeight - WINDOW_HEIGHT) / 2);
  return `popup,width=${WINDOW_WIDTH},height=${WINDOW_HEIGHT},left=${left},top=${top}`;
}
