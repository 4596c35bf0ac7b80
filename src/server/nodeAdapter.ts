import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequestListener } from '@remix-run/node-fetch-server';
import type { OnboardingHandler } from './createOnboardingHandler.js';
import { ProblemError } from './problemError.js';

/** The members that Express and similar frameworks add to Node's request. */
interface Incoming extends IncomingMessage {
  /** The whole path, where `url` is what follows the path of the mount. */
  readonly originalUrl?: string;
  /** The parsed body: a body parser has consumed the stream. */
  readonly body?: unknown;
}

/** Answers one request of Node's `http` with what the handler answers. */
export function answerNode(
  handler: OnboardingHandler,
  incoming: Incoming,
  outgoing: ServerResponse,
): void {
  // Proxies may ask with a whole URL, whose origin is not looked at: who sent it, wrote it.
  incoming.url = (incoming.originalUrl ?? incoming.url ?? '').replace(/^https?:\/\/[^/?#]*/i, '');
  if (!isPlainHost(incoming.headers.host)) {
    outgoing.writeHead(400, { Connection: 'close' }).end();
    return;
  }
  const respond = async (request: Request): Promise<Response> => {
    const response = await handler(withParsedBody(request, incoming));
    // The rest of an unread body must not be parsed as the next request.
    // A body that arrived with the headers is complete a moment later.
    if (!incoming.complete) await new Promise(setImmediate);
    if (!incoming.complete) outgoing.setHeader('Connection', 'close');
    return response;
  };
  // Lets the client finish sending, so that it gets to reading the answer.
  outgoing.once('finish', () => incoming.removeAllListeners('data').resume());
  const listener = createRequestListener(respond, {
    // The handler never rejects, so the request itself is malformed.
    onError: () => new Response(null, { status: 400 }),
  });
  listener(incoming, outgoing);
}

/** Whether a `Host` names a host alone: it becomes the beginning of the request's URL. */
function isPlainHost(host = ''): boolean {
  return !/[/?#@\\\s]/.test(host);
}

function withParsedBody(request: Request, { body, readableEnded }: Incoming): Request {
  if (!readableEnded || request.body === null) return request;
  const { method } = request;
  if (body === undefined) {
    // Node asks for `duplex` where a body is a stream.
    return new Request(request, { method, ...{ body: createLostBody(), duplex: 'half' } });
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Request(request, { method, body: text });
}

/** The stream of a consumed body would never end, so reading it fails with the reason. */
function createLostBody(): ReadableStream {
  const cause = new Error(
    'Something in front of the handler read the body of the request and did not leave it in request.body. Mount the handler in front of that, or let a JSON parser read the body.',
  );
  return new ReadableStream({
    start: (stream) => stream.error(new ProblemError('unknown', { cause })),
  });
}
