/** A `fetch` that also takes the address alone, relative or absolute. */
export type PageFetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** Where there is no page, as in a test under Node. */
const FALLBACK_ORIGIN = 'http://localhost';

/**
 * Asks a handler as a browser asks a server: with the headers by which the handler knows that the
 * request comes from its own page. Rejects as `fetch` does when the signal is aborted.
 */
export function createPageFetch(handler: (request: Request) => Promise<Response>): PageFetch {
  return async (input, init = {}) => {
    const { signal, ...rest } = init;
    const request =
      typeof input === 'string'
        ? new Request(new URL(input, findOrigin()), rest)
        : new Request(input, rest);
    const aborting = signal ?? request.signal;
    aborting.throwIfAborted();
    return raceAbort(handler(withSameOrigin(request)), aborting);
  };
}

function findOrigin(): string {
  const { location } = globalThis;
  return location?.protocol.startsWith('http') ? location.origin : FALLBACK_ORIGIN;
}

/** `Sec-Fetch-Site` is the browser's alone: a page that sets it on a `Request` is not heard. */
function withSameOrigin(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set('Sec-Fetch-Site', 'same-origin');
  Object.defineProperty(request, 'headers', { value: headers });
  return request;
}

/** The signal stays outside of the `Request`: that of jsdom is not one that Node's `Request` takes. */
function raceAbort(answer: Promise<Response>, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
