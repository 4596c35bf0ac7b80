import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequestListener } from '@remix-run/node-fetch-server';
import type { OnboardingHandler } from './createOnboardingHandler.js';

/** What Express and its kind add to Node's own. */
interface Incoming extends IncomingMessage {
  /** The whole path, where `url` is what follows the path of the mount. */
  readonly originalUrl?: string;
  /** What a body parser made of the body, which cannot be read a second time. */
  readonly body?: unknown;
}

/** Answers one request of Node's `http` with what the handler answers. */
export function answerNode(
  handler: OnboardingHandler,
  incoming: Incoming,
  outgoing: ServerResponse,
): void {
  incoming.url = incoming.originalUrl ?? incoming.url;
  // A body that was refused unread would keep its connection busy for good.
  outgoing.once('finish', () => incoming.removeAllListeners('data').resume());
  const listener = createRequestListener((request) => handler(withParsedBody(request, incoming)), {
    // The handler never rejects, so this is a request that is none.
    onError: () => new Response(null, { status: 400 }),
  });
  listener(incoming, outgoing);
}

function withParsedBody(request: Request, { body, readableEnded }: Incoming): Request {
  if (body === undefined || !readableEnded || request.body === null) return request;
  const { method } = request;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Request(request, { method, body: text });
}
