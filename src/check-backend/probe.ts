import { type Call, type PathParameters, toPath } from '../wire/call.js';

/** The answer to one request. */
export interface Reply {
  /** `POST /integrations/…/activations`, for the reader. */
  readonly line: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `undefined` if the text is not JSON. */
  readonly body: unknown;
}

export interface ProbeRequest {
  readonly method: string;
  /** Below the URL of the backend, percent-encoded. */
  readonly path: string;
  /** Override the default headers; `null` removes one. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** An object is sent as JSON. */
  readonly body?: unknown;
  /** True: without the headers that authenticate the user. */
  readonly anonymous?: boolean;
}

/** Sends requests as a page of the host would, and remembers every answer. */
export interface Probe {
  send(request: ProbeRequest): Promise<Reply>;
  readonly replies: readonly Reply[];
  /** Whether requests carry headers that authenticate the user. */
  readonly hasCredentials: boolean;
}

export interface ProbeOptions {
  readonly url: string;
  /** Headers that authenticate the user, such as a cookie. */
  readonly headers: readonly (readonly [string, string])[];
  readonly fetch: (request: Request) => Promise<Response>;
}

/** The same timeout as the widget's. */
const timeoutMs = 30_000;

export function createProbe({ url, headers, fetch }: ProbeOptions): Probe {
  const base = url.replace(/\/+$/, '');
  const replies: Reply[] = [];
  return {
    replies,
    hasCredentials: headers.length > 0,
    async send(request) {
      const { method, path, body } = request;
      const response = await fetch(
        new Request(base + path, {
          method,
          headers: toHeaders(new URL(url).origin, headers, request),
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
          ...(body !== undefined && {
            body: typeof body === 'string' ? body : JSON.stringify(body),
          }),
        }),
      );
      const text = await response.text();
      const { status } = response;
      const reply = {
        line: `${method} ${path.length > 120 ? `${path.slice(0, 117)}…` : path}`,
        status,
        headers: response.headers,
        text,
        body: parseJson(text),
      };
      replies.push(reply);
      return reply;
    },
  };
}

/** A call of the host API, with its parameters. */
export function toRequest<Path extends string>(
  call: Pick<Call<Path, unknown>, 'method' | 'path'>,
  parameters: PathParameters<Path>,
): Pick<ProbeRequest, 'method' | 'path'> {
  return { method: call.method, path: toPath(call, parameters) };
}

/** Sends them one after the other: this is not a load test. */
export async function sendAll(
  probe: Probe,
  requests: readonly ProbeRequest[],
): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  for (const request of requests) replies.push(await probe.send(request));
  return replies;
}

function toHeaders(
  origin: string,
  signedIn: ProbeOptions['headers'],
  { body, anonymous = false, headers = {} }: ProbeRequest,
): Headers {
  const all = new Headers({ Accept: 'application/json, application/problem+json', Origin: origin });
  if (body !== undefined) all.set('Content-Type', 'application/json');
  if (!anonymous) for (const [name, value] of signedIn) all.set(name, value);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) all.delete(name);
    else all.set(name, value);
  }
  return all;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
