import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OnboardingHandler } from './createOnboardingHandler.js';

/** What `http.createServer`, and frameworks that hand its objects on, call for a request. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/** What Express and its kind add to Node's own. */
interface Incoming extends IncomingMessage {
  /** The whole path, where `url` is what follows the path of the mount. */
  readonly originalUrl?: string;
  /** What a body parser made of the body, which cannot be read a second time. */
  readonly body?: unknown;
}

/**
 * The handler for Node's own `http`. The request's origin is `http` or `https` as the socket is, with
 * the `Host` that was sent: behind a proxy that ends TLS, set `publicOrigin`. A body that a parser in
 * front has read already is taken from the request's `body`.
 */
export function createNodeListener(handler: OnboardingHandler): NodeListener {
  return (incoming: Incoming, outgoing) => {
    incoming.url = incoming.originalUrl ?? incoming.url;
    // A body that was refused unread would keep its connection busy for good.
    outgoing.once('finish', () => incoming.removeAllListeners('data').resume());
    // Loaded with the first request: workers, which need no adapter, never load it.
    import('@remix-run/node-fetch-server').then(
      ({ createRequestListener }) =>
        createRequestListener((request) => handler(withParsedBody(request, incoming)), {
          // The handler never rejects, so this is a request that is none.
          onError: () => new Response(null, { status: 400 }),
        })(incoming, outgoing),
      () => outgoing.writeHead(500).end(),
    );
  };
}

function withParsedBody(request: Request, { body, readableEnded }: Incoming): Request {
  if (body === undefined || !readableEnded || request.body === null) return request;
  const { method } = request;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Request(request, { method, body: text });
}
