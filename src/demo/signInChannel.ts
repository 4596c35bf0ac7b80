/** What goes through the channel between the sign-in page and the page with the emulated platform. */
export type SignInMessage =
  | { readonly kind: 'deciding'; readonly world: string; readonly path: string }
  | { readonly kind: 'decided'; readonly path: string; readonly location: string };

/** Reaches every page of this origin that has opened it too. */
export function openSignInChannel(listener: (message: SignInMessage) => void): {
  readonly post: (message: SignInMessage) => void;
} {
  const channel = new BroadcastChannel('react-versori-onboarding:demo-sign-in');
  // No other page of the demo uses this name.
  channel.addEventListener('message', ({ data }: MessageEvent<SignInMessage>) => listener(data));
  return {
    // A channel has no target: it reaches this origin alone.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    post: (message) => channel.postMessage(message),
  };
}

/** The address of the sign-in page; a path of the provider or of the platform follows its fragment. */
export function toSignInUrl(assets: URL, world: string): string {
  return `${new URL('sign-in.html', assets).href}?world=${world}#`;
}
