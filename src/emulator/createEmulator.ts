import { untilAborted, wait } from './abort.js';
import { type Authorizations, createAuthorizations } from './authorizations.js';
import { authorise } from './authorise.js';
import { exampleData } from './example/exampleData.js';
import { createFaultQueue, type Faults } from './faults.js';
import { checkOrganisation } from './lookup.js';
import { applyFault } from './applyFault.js';
import type { Answer, OperationName } from './operation.js';
import { operations } from './operations.js';
import type { PlatformData } from './platformData.js';
import { PlatformError, toErrorAnswer } from './platformError.js';
import { createProviderBehaviour, type ProviderBehaviour } from './provider/behaviour.js';
import { answerPage } from './provider/provider.js';
import { type Route, route, toOperationName } from './routing.js';

export interface EmulatorOptions {
  /** The data of the organisation; default: `exampleData()`. Kept, not copied. */
  readonly data?: PlatformData;
  /** Milliseconds since 1970, for new records and a token's expiry; default: `Date.now`. */
  readonly now?: () => number;
  /** Minimum milliseconds of each answer; default: 0. */
  readonly latencyMs?: number;
}

/** One request as it came, refused or not. The credential is never in it. */
export interface RecordedRequest {
  /** `null`: no operation has this path and method. */
  readonly operation: OperationName | null;
  readonly method: string;
  readonly url: string;
  /** Parsed if it is JSON, else the text; `null`: none. */
  readonly body: unknown;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Emulator {
  /**
   * Answers as the platform would, on any origin, below `/api/v2`. Rejects as a real `fetch` does: a
   * `TypeError` if a fault breaks the connection, the signal's reason if it is aborted.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly data: PlatformData;
  readonly faults: Faults;
  /** The pretended provider that sign-ins lead to, at `/oauth/authorize` of any origin. */
  readonly provider: ProviderBehaviour;
  /** Oldest first; empty it with `requests.length = 0`. */
  readonly requests: RecordedRequest[];
}

/** A Versori Platform in memory: the operations of one organisation, with faults on demand. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const { data = exampleData(), now = Date.now, latencyMs = 0 } = options;
  const faults = createFaultQueue();
  const requests: RecordedRequest[] = [];
  const provider = createProviderBehaviour();
  const authorizations = createAuthorizations();

  async function fetch(request: Request): Promise<Response> {
    const { signal, method, url } = request;
    const page = await untilAborted(answerPage(request, authorizations, provider), signal);
    if (page !== null) return page;
    const text = await untilAborted(request.text(), signal);
    const found = route(operations, method, new URL(url).pathname);
    const operation = toOperationName(found);
    requests.push({ operation, method, url, body: readBody(text), at: now() });
    await wait(latencyMs, signal);
    const respond = async (): Promise<Response> => {
      const { publicUrl } = provider;
      const incoming = { request, text, found, data, now: now(), publicUrl, authorizations };
      const answer = await answerTo(incoming);
      return toResponse(answer);
    };
    return applyFault(faults.take(operation), respond, signal);
  }

  return { fetch, data, faults, provider, requests };
}

interface Incoming {
  readonly request: Request;
  readonly text: string;
  readonly found: Route;
  readonly data: PlatformData;
  readonly now: number;
  readonly publicUrl: string | null;
  readonly authorizations: Authorizations;
}

async function answerTo(incoming: Incoming): Promise<Answer> {
  const { request, text, found, data, now, publicUrl, authorizations } = incoming;
  try {
    if (found.kind === 'unknown') throw new PlatformError(404, 'no such path');
    if (found.kind === 'wrongMethod') {
      throw new PlatformError(405, `use ${found.allow.join(' or ')} on this path`);
    }
    const caller = await authorise(request.headers, data, now);
    const query = new URL(request.url).searchParams;
    const body = parseBody(request, text);
    const { params } = found;
    const pages = { publicUrl, requestOrigin: new URL(request.url).origin };
    const call = { data, caller, params, query, body, now, pages, authorizations };
    checkOrganisation(call);
    return found.operation.run(call);
  } catch (error) {
    if (error instanceof PlatformError) return toErrorAnswer(error);
    throw error;
  }
}

function parseBody(request: Request, text: string): unknown {
  if (text === '') return undefined;
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new PlatformError(415, 'the body must be application/json');
  }
  const body = readBody(text);
  // Valid JSON never reads as its own text: a JSON string keeps its quotes in `text`.
  if (body === text) throw new PlatformError(400, 'the body is not JSON');
  return body;
}

function readBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function toResponse({ status, body }: Answer): Response {
  if (status === 204) return new Response(null, { status });
  const headers = { 'content-type': 'application/json' };
  return new Response(body === undefined ? '' : JSON.stringify(body), { status, headers });
}
