import { type Call, type PathParameters, toPath } from '../wire/call.js';
import { parseProblem } from '../wire/parseProblem.js';
import { warnDeveloper } from './warnDeveloper.js';
import { BackendError, type BackendErrorDetails } from './backendError.js';

export interface HttpBackendOptions {
  /** Where the host mounts its handler, such as `/api/onboarding`; relative or absolute. */
  readonly baseUrl: string;
  /** Default: the page's own `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Added to each request; a function is called before each, for a CSRF token that changes. */
  readonly headers?:
    | Readonly<Record<string, string>>
    | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>);
  /** Default: `same-origin`; `include` if the host API lives on another origin. */
  readonly credentials?: RequestCredentials;
  /** Milliseconds until a call fails with `timeout`; default 30,000. */
  readonly timeoutMs?: number;
}

export interface CallRequest<Path extends string, Body> {
  readonly parameters: PathParameters<Path>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
  readonly signal: AbortSignal;
}

/** One request on its way. */
interface Exchange {
  readonly call: Pick<Call<string, unknown>, 'method' | 'idempotency'>;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly body: string | undefined;
}

/**
 * Makes one call and returns its parsed answer. Rejects with a `BackendError`, or with the signal's own
 * reason if the caller aborted.
 */
export async function send<Path extends string, Answer, Body>(
  options: HttpBackendOptions,
  call: Call<Path, Answer, Body>,
  { parameters, query = {}, headers, body, signal }: CallRequest<Path, Body>,
): Promise<Answer> {
  const exchange: Exchange = {
    call,
    url: options.baseUrl.replace(/\/+$/, '') + toPath(call, parameters) + toSearch(query),
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  };
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), options.timeoutMs ?? 30_000);
  try {
    const response = await request(options, exchange, anyOf(signal, timeout.signal));
    const text = await response.text();
    const answer = parseJson(text);
    if (process.env.NODE_ENV !== 'production') warnIfNotMounted(options, exchange, response);
    if (!response.ok) throw toProblemError(exchange, response, answer);
    if (text !== '' && answer === undefined) throw toMalformedError(exchange, response, notJson);
    const parsed = call.parseAnswer(answer);
    if (parsed.ok) return parsed.value;
    const { at, reason } = parsed;
    throw toMalformedError(exchange, response, `${reason} at ${at || 'its root'}`);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof BackendError) throw error;
    throw toTransportError(exchange, error, timeout.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
}

const notJson =
  "it is not JSON. Check that baseUrl points at the host's onboarding handler and not at a page";

/** A page, or a 404 that is no problem document, comes from whatever else serves the path. */
function warnIfNotMounted(
  { baseUrl }: HttpBackendOptions,
  { call, url }: Exchange,
  { headers, status }: Response,
): void {
  const type = headers.get('Content-Type') ?? 'no content type';
  // A page with a 5xx is a proxy's, whose server is down for now.
  const isPage = type.startsWith('text/html') && status < 500;
  if (!isPage && (status !== 404 || type.startsWith('application/problem+json'))) return;
  warnDeveloper(
    `${call.method} ${url} was answered ${status} with ${isPage ? 'a page' : type}, so no onboarding handler is mounted at baseUrl ${JSON.stringify(baseUrl)}. Mount createOnboardingHandler there with the same basePath, and let every path below it reach the handler.`,
  );
}

async function request(
  { fetch = globalThis.fetch, headers, credentials = 'same-origin' }: HttpBackendOptions,
  { call, url, body, headers: callHeaders }: Exchange,
  signal: AbortSignal,
): Promise<Response> {
  const hostHeaders = typeof headers === 'function' ? await headers() : headers;
  signal.throwIfAborted();
  return fetch(url, {
    method: call.method,
    credentials,
    signal,
    headers: {
      Accept: 'application/json, application/problem+json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...hostHeaders,
      ...callHeaders,
    },
    ...(body !== undefined && { body }),
  });
}

function toProblemError(exchange: Exchange, response: Response, body: unknown): BackendError {
  const { status } = response;
  const { isFromHost, ...problem } = parseProblem(status, body);
  const retryAfterSeconds = problem.retryAfterSeconds ?? readRetryAfter(response);
  const details = {
    ...problem,
    status,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  // A proxy that times out answers 408 or 5xx and does not know what the handler did.
  const isLost = !isFromHost && (status >= 500 || status === 408);
  return isLost ? toLostError(exchange, details) : new BackendError(details);
}

function toMalformedError(exchange: Exchange, { status }: Response, reason: string): BackendError {
  return toLostError(exchange, {
    code: 'malformed',
    status,
    message: `The answer to ${exchange.call.method} ${exchange.url} cannot be used: ${reason}. The host's backend must answer as the host API describes.`,
  });
}

function toTransportError(exchange: Exchange, cause: unknown, timedOut: boolean): BackendError {
  const name = `${exchange.call.method} ${exchange.url}`;
  return toLostError(exchange, {
    code: timedOut ? 'timeout' : 'offline',
    message: timedOut
      ? `${name} took too long and was given up. It may still be carried out.`
      : `${name} did not reach the host, or its answer was lost. Check the network, and that the host API allows this page.`,
    cause,
  });
}

/**
 * Creates the error of a call whose own answer is missing. For a write it says `outcomeUnknown` and
 * carries no status, which would be that of a proxy.
 */
function toLostError(
  { call }: Exchange,
  { status, ...details }: BackendErrorDetails,
): BackendError {
  if (call.idempotency !== 'safe') return new BackendError({ ...details, outcomeUnknown: true });
  return new BackendError({ ...details, ...(status !== undefined && { status }) });
}

function readRetryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function toSearch(query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text && `?${text}`;
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
