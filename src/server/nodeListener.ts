import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OnboardingHandler } from './createOnboardingHandler.js';

/** A request listener of `http.createServer` and frameworks on top of it. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The handler for Node's own `http`. The request's origin is `http` or `https` as the socket is, with
 * the `Host` that was sent: behind a proxy that ends TLS, set `publicOrigin`. A body that a parser in
 * front has read already is taken from the request's `body`.
 */
export function createNodeListener(handler: OnboardingHandler): NodeListener {
  return (incoming, outgoing) => {
    // Loaded with the first request: workers, which need no adapter, never load it.
    import('./nodeAdapter.js').then(
      ({ answerNode }) => answerNode(handler, incoming, outgoing),
      () => outgoing.writeHead(500).end(),
    );
  };
}
