import { createPageFetch, type PageFetch } from 'react-versori-onboarding/testing';
import { toPlatformPath } from '../controlsState.js';
import { createEmulatedBackend, type EmulatedBackend } from '../host/emulatedBackend.js';
import { openSignInChannel, toSignInUrl } from '../signInChannel.js';

/** The whole demo backend without a server: its sign-ins lead to a page among the static files. */
export function startInPageBackend(): PageFetch {
  const assets = new URL('.', document.baseURI);
  const backend = createEmulatedBackend((line) => console.info(line), {
    toPagesUrl: (world) => toSignInUrl(assets, world),
    assets: assets.pathname,
  });
  answerSignIns(backend);
  return createPageFetch(
    async (request) => (await backend.fetch(request)) ?? new Response(null, { status: 404 }),
  );
}

/** The sign-in page asks where a decision leads; the provider is here. */
function answerSignIns({ worlds }: EmulatedBackend): void {
  const channel = openSignInChannel((message) => {
    if (message.kind !== 'deciding') return;
    const { world, path } = message;
    const url = new URL(toPlatformPath(world) + path, document.baseURI);
    void worlds
      .get(world)
      .show(new Request(url))
      .then((answer) => {
        const location = answer.headers.get('location');
        if (location !== null) channel.post({ kind: 'decided', path, location });
      });
  });
}
