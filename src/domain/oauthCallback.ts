/**
 * How the host's own callback page (`GET /oauth/callback`) and the widget reach each other. The page is
 * a script without imports, so it repeats these names; a test compares them.
 */

/** `BroadcastChannel` of one sign-in; the page posts a `CallbackResponse` to it. */
export function toCallbackChannel(state: string): string {
  return `react-versori-onboarding:oauth:${state}`;
}

/**
 * Entry of `sessionStorage` of a sign-in that runs in the same window: JSON `{ returnTo, … }`, written
 * by the widget before it leaves. The page adds `search` to it and goes to `returnTo`.
 */
export function toSameWindowKey(state: string): string {
  return `react-versori-onboarding:oauth:${state}`;
}

/** Posted to a callback page every half second by the window that opened it, until it answers. */
export interface CallbackHello {
  readonly type: 'hello';
  readonly payload: { readonly state: string };
}

/** The answer of a callback page, the platform's or the host's, as a message or on the channel. */
export interface CallbackResponse {
  readonly type: 'response';
  /** The query that the provider sent back, such as `?code=…&state=…`. */
  readonly payload: { readonly search: string };
}

/** Posted on the channel by the widget once it has the answer: the page then closes its window. */
export interface CallbackReceived {
  readonly type: 'received';
}
