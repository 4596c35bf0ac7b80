import { parseProblem } from '../wire/parseProblem.js';
import { BackendError } from './backendError.js';

export interface HttpBackendOptions {
  /** Where the host mounts its handler, such as `/api/onboarding`; relative or absolute. */
  readonly baseUrl: string;
  /** Default: the page's own `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Added to each request; a function is asked before each, for a CSRF token that changes. */
  readonly headers?:
    | Readonly<Record<string, string>>
    | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>);
  /** Default: `same-origin`; `include` where the host API lives on another origin. */
  readonly credentials?: RequestCredentials;
  /** Milliseconds until a call is given up as `timeout`; default 30,000. */
  readonly timeoutMs?: number;
}

interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly signal: AbortSignal;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends one request and returns the JSON of its answer, `undefined` where there is none (204).
 * Rejects with a `BackendError`, or with the signal's own reason where the caller gave up.
 */
export async function send(options: HttpBackendOptions, request: SentRequest): Promise<unknown> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), options.timeoutMs ?? 30_000);
  try {
    const response = await exchange(options, request, anyOf(request.signal, timeout.signal));
    return await readAnswer(response, request);
  } catch (error) {
    request.signal.throwIfAborted();
    if (error instanceof BackendError) throw error;
    throw toTransportError(error, request, timeout.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
}

async function exchange(
  { fetch = globalThis.fetch, headers, credentials = 'same-origin' }: HttpBackendOptions,
  request: SentRequest,
  signal: AbortSignal,
): Promise<Response> {
  const own = typeof headers === 'function' ? await headers() : headers;
  signal.throwIfAborted();
  return fetch(request.url, {
    method: request.method,
    credentials,
    signal,
    headers: {
      Accept: 'application/json, application/problem+json',
      ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
      ...own,
      ...request.headers,
    },
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
  });
}

async function readAnswer(response: Response, request: SentRequest): Promise<unknown> {
  const text = await response.text();
  if (response.ok) {
    if (text === '') return undefined;
    const body = parseJson(text);
    if (body !== undefined) return body;
    throw new BackendError({
      code: 'malformed',
      ...(request.method === 'POST' ? { outcomeUnknown: true } : { status: response.status }),
      message: `The answer to ${request.method} ${request.url} is not JSON. Check that baseUrl points at the host's onboarding handler and not at a page.`,
    });
  }
  const body = parseJson(text);
  const problem = parseProblem(response.status, body);
  const retryAfterSeconds = problem.retryAfterSeconds ?? readRetryAfter(response);
  // A proxy that gives up answers 502 or 504 in the handler's place, and knows nothing of its work:
  // that is no answer to a write, so it carries no status.
  const isLost = body === undefined && response.status >= 500 && request.method === 'POST';
  throw new BackendError({
    ...problem,
    ...(isLost ? { outcomeUnknown: true } : { status: response.status }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}

function readRetryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function toTransportError(cause: unknown, request: SentRequest, timedOut: boolean): BackendError {
  const call = `${request.method} ${request.url}`;
  return new BackendError({
    code: timedOut ? 'timeout' : 'offline',
    message: timedOut
      ? `${call} took too long and was given up. It may still be carried out.`
      : `${call} did not reach the host, or its answer was lost. Check the network, and that the host API allows this page.`,
    outcomeUnknown: request.method === 'POST',
    cause,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `AbortSignal.any`, which Safari has only since 17.4. */
function anyOf(...signals: readonly AbortSignal[]): AbortSignal {
  if ('any' in AbortSignal) return AbortSignal.any([...signals]);
  const controller = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason);
    else signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  }
  return controller.signal;
}
