/**
 * How the host's own callback page (`GET /oauth/callback`) and the widget reach each other. The page is
 * a script without imports, so it repeats these names; a test compares them.
 */

/**
 * `BroadcastChannel` of one sign-in. The page posts `{ type: 'response', payload: { search } }`, the query
 * that the provider sent back, until the widget posts `{ type: 'received' }`; then it closes its window.
 * To a `CallbackHello` it answers with the same response.
 */
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
