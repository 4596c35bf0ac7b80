import type { IncomingMessage, ServerResponse } from 'node:http';
import { mostBytes } from './body.js';
import type { OnboardingHandler } from './createOnboardingHandler.js';

/** What `http.createServer`, and frameworks that hand its objects on, call for a request. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The handler for Node's own `http`. The request's origin is `http` or `https` as the socket is, with
 * the `Host` that was sent: behind a proxy that ends TLS, set `publicOrigin`.
 */
export function createNodeListener(handler: OnboardingHandler): NodeListener {
  return (incoming, outgoing) => {
    // Whoever hung up in the middle misses the answer, and nothing else.
    answer(handler, incoming, outgoing).catch(() => outgoing.destroy());
  };
}

async function answer(
  handler: OnboardingHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await readBody(incoming);
  let request: Request;
  try {
    request = toRequest(incoming, outgoing, body);
  } catch {
    // A request line, or a Host, that makes no URL.
    outgoing.writeHead(400).end();
    return;
  }
  // Small and whole, every answer: nothing to stream.
  const response = await handler(request);
  const bytes = new Uint8Array(await response.arrayBuffer());
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(bytes);
}

/** A body past the limit is read just so far that the handler can refuse it. */
async function readBody(incoming: IncomingMessage): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  // Destroying it would close the connection before the refusal is sent.
  const arriving: AsyncIterable<Uint8Array> = incoming.iterator({ destroyOnReturn: false });
  for await (const chunk of arriving) {
    chunks.push(Uint8Array.from(chunk));
    length += chunk.length;
    if (length > mostBytes) break;
  }
  return new Blob(chunks);
}

function toRequest(incoming: IncomingMessage, outgoing: ServerResponse, body: Blob): Request {
  const { method = 'GET', headers, socket, url = '' } = incoming;
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const scheme = 'encrypted' in socket ? 'https' : 'http';
  const pairs = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
  const host = String(headers[':authority'] ?? headers.host);
  return new Request(`${scheme}://${host}${url}`, {
    method,
    headers: pairs.map(([name, value]): [string, string] => [name, String(value)]),
    signal: gone.signal,
    body: body.size > 0 ? body : null,
  });
}
