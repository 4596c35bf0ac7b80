import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OnboardingHandler } from './createOnboardingHandler.js';

/** What `http.createServer`, and frameworks that hand its objects on, call for a request. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The handler for Node's own `http`. The request's origin is `http` or `https` as the socket is, with
 * the `Host` that was sent: behind a proxy that ends TLS, set `publicOrigin`.
 */
export function createNodeListener(handler: OnboardingHandler): NodeListener {
  let listener: Promise<NodeListener> | undefined;
  return (request, response) => {
    listener ??= load(handler);
    listener.then(
      (listen) => listen(request, response),
      () => response.writeHead(500).end(),
    );
  };
}

async function load(handler: OnboardingHandler): Promise<NodeListener> {
  // It needs Node's own modules, which are not there where the handler runs without this listener.
  const { createRequestListener } = await import('@remix-run/node-fetch-server');
  return createRequestListener((request: Request) => handler(request), {
    // Not the handler, which never rejects: a request line or a Host that make no URL.
    onError: () => new Response(null, { status: 400 }),
  });
}
