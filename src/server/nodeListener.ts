import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OnboardingHandler } from './createOnboardingHandler.js';

/** What `http.createServer`, and frameworks that hand its objects on, call for a request. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The handler for Node's own `http`. The request's origin is `http` or `https` as the socket is, with
 * the `Host` that was sent: behind a proxy that ends TLS, set `publicOrigin`. Mount it before any
 * body parser: a body that was read already reaches the handler empty.
 */
export function createNodeListener(handler: OnboardingHandler): NodeListener {
  // Loaded when a Node host asks for it: workers, which need no adapter, never load it.
  const loaded = import('@remix-run/node-fetch-server').then(({ createRequestListener }) =>
    createRequestListener((request) => handler(request), {
      // The handler never rejects, so this is a request that is none.
      onError: () => new Response(null, { status: 400 }),
    }),
  );
  loaded.catch(() => undefined); // Each request says so instead.
  return (incoming, outgoing) => {
    loaded.then(
      (listener) => listener(incoming, outgoing),
      () => outgoing.writeHead(500).end(),
    );
  };
}
