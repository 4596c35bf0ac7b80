import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OnboardingHandler } from './createOnboardingHandler.js';

/** What `http.createServer`, and frameworks that hand its objects on, call for a request. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The handler for Node's own `http`. The request's origin is `http` or `https` as the socket is, with
 * the `Host` that was sent: behind a proxy that ends TLS, set `publicOrigin`.
 */
export function createNodeListener(handler: OnboardingHandler): NodeListener {
  return (request, response) => {
    // Whoever hung up in the middle of the answer misses the rest of it.
    answer(handler, request, response).catch(() => response.destroy());
  };
}

async function answer(
  handler: OnboardingHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  // It needs Node's own modules, which are not there where the handler runs without this listener.
  const { createRequest } = await import('@remix-run/node-fetch-server');
  let request: Request;
  try {
    request = createRequest(incoming, outgoing);
  } catch {
    // A request line, or a Host, that makes no URL.
    outgoing.writeHead(400).end();
    return;
  }
  const response = await handler(request);
  // Small and whole, every one of them: nothing to stream.
  const body = new Uint8Array(await response.arrayBuffer());
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(body);
}
