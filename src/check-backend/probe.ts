import { operations, type OperationName, toPath } from '../wire/operations.js';

/** What came back. */
export interface Reply {
  /** `POST /integrations/…/activations`, for the reader. */
  readonly line: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `undefined` where the text is no JSON. */
  readonly body: unknown;
}

export interface Asking {
  readonly method: string;
  /** Below the URL of the backend, percent-encoded. */
  readonly path: string;
  /** In place of the usual ones; `null` leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** An object is sent as JSON. */
  readonly body?: unknown;
  /** True: without the headers that say who is signed in. */
  readonly asNobody?: boolean;
}

/** Sends requests as a page of the host would, and remembers every answer. */
export interface Probe {
  ask(asking: Asking): Promise<Reply>;
  readonly replies: readonly Reply[];
  /** Whether there is anything that says who is signed in. */
  readonly hasCredentials: boolean;
}

export interface ProbeOptions {
  readonly url: string;
  /** What makes the backend see somebody who is signed in, such as a cookie. */
  readonly headers: readonly (readonly [string, string])[];
  readonly fetch: (request: Request) => Promise<Response>;
}

/** The widget gives up at this point, too. */
const patienceMs = 30_000;

export function createProbe({ url, headers, fetch }: ProbeOptions): Probe {
  const base = url.replace(/\/+$/, '');
  const replies: Reply[] = [];
  return {
    replies,
    hasCredentials: headers.length > 0,
    async ask(asking) {
      const { method, path, body } = asking;
      const response = await fetch(
        new Request(base + path, {
          method,
          headers: toHeaders(new URL(url).origin, headers, asking),
          redirect: 'manual',
          signal: AbortSignal.timeout(patienceMs),
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
export function toAsking(
  name: OperationName,
  parameters: Readonly<Record<string, string>> = {},
): Pick<Asking, 'method' | 'path'> {
  return { method: operations[name].method, path: toPath(name, parameters) };
}

/** One after the other: a suite is no load test. */
export async function askAll(probe: Probe, askings: readonly Asking[]): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  for (const asking of askings) replies.push(await probe.ask(asking));
  return replies;
}

function toHeaders(
  origin: string,
  signedIn: ProbeOptions['headers'],
  { body, asNobody = false, headers = {} }: Asking,
): Headers {
  const all = new Headers({ Accept: 'application/json, application/problem+json', Origin: origin });
  if (body !== undefined) all.set('Content-Type', 'application/json');
  if (!asNobody) for (const [name, value] of signedIn) all.set(name, value);
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
