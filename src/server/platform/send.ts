import { isJsonObject, type JsonObject } from '../../domain/json.js';
import { type Deadline, DeadlineExceeded } from '../deadline.js';
import { readBytes } from '../readBytes.js';
import { untilAborted } from '../runtime.js';
import type { Authorise } from './authorisation.js';
import { toNetworkError } from './networkError.js';
import { PlatformFailure, type PlatformOperation, type PlatformTexts } from './platformFailure.js';
import { objectsAt, textAt } from './jsonAccess.js';
import { parseJson } from './parseJson.js';

export interface PlatformRequest {
  readonly operation: PlatformOperation;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base URL, its parts percent-encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>> | undefined;
  readonly body?: unknown;
  /** The external id of the user that the call is made for. */
  readonly user: string;
}

export interface Transport {
  /** Limits of an answer's body, decompressed. */
  readonly maxListBytes: number;
  readonly maxAnswerBytes: number;
  readonly baseUrl: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly authorise: Authorise;
  readonly now: () => number;
}

/**
 * Makes one call, once. Returns the JSON of the answer, `undefined` if its body is empty.
 * @throws {PlatformFailure} for everything else.
 */
export async function send(
  transport: Transport,
  request: PlatformRequest,
  deadline: Deadline,
): Promise<unknown> {
  const { operation } = request;
  const { signal } = deadline;
  const isList = listOperations.includes(operation);
  const maxBytes = isList ? transport.maxListBytes : transport.maxAnswerBytes;
  const authorization = await transport.authorise(request.user, deadline);
  const exchange = async (): Promise<{ response: Response; body: Body }> => {
    const url = toUrl(transport.baseUrl, request);
    const response = await transport.fetch(url, toInit(request, authorization, signal));
    return { response, body: await readBody(response, maxBytes, transport.maxAnswerBytes) };
  };
  let answer;
  try {
    // A `fetch` of the host's own may not mind the signal.
    answer = await untilAborted(exchange(), signal);
  } catch (thrown) {
    // Aborted: the outcome of the call is unknown.
    throw signal.reason instanceof DeadlineExceeded
      ? new PlatformFailure(operation, { kind: 'timeout' })
      : toNetworkError(operation, thrown);
  }
  const { response, body } = answer;
  if (!response.ok) throw toRefused(operation, response, body, transport.now());
  if (body.kind === 'json') return body.value;
  throw new PlatformFailure(operation, { kind: 'malformed', at: body.at });
}

type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'unusable'; readonly at: string };

/** Operations whose answers grow with the data of the organisation or a user. */
const listOperations: readonly PlatformOperation[] = [
  'ListConnections',
  'ListEnvironmentConnections',
  'ListProjectConnectionTemplates',
  'ListUserActivations',
];

/** Of a body past its limit, the rest is not read. */
async function readBody(
  { body }: Response,
  maxBytes: number,
  maxPieceBytes: number,
): Promise<Body> {
  const reader = body?.getReader();
  if (reader === undefined) return { kind: 'json', value: undefined };
  const bytes = await readBytes(reader, maxBytes);
  if (bytes === null) {
    reader.cancel().catch(() => {}); // The failure that follows says why.
    return { kind: 'unusable', at: `it is larger than ${maxBytes} bytes` };
  }
  const json = await parseJson(bytes, maxPieceBytes);
  if (json === 'tooLarge') return { kind: 'unusable', at: tooManyValues };
  if (json.value !== undefined || isBlank(bytes)) return { kind: 'json', value: json.value };
  return { kind: 'unusable', at: 'the body is no JSON' };
}

const tooManyValues =
  'it holds more values, or a larger one, than can be parsed without holding up the process';

function isBlank(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes).trim() === '';
}

/** As text: `fetch` would serialise a `URL` and parse it again. */
function toUrl(baseUrl: string, { path, query }: PlatformRequest): string {
  if (query === undefined) return baseUrl + path;
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  return `${baseUrl}${path}?${parameters}`;
}

function toInit(
  { method, body }: PlatformRequest,
  authorization: string,
  signal: AbortSignal,
): RequestInit {
  return {
    method,
    // Another place than the configured one never gets the credential.
    redirect: 'manual',
    signal,
    headers: {
      Accept: 'application/json',
      Authorization: authorization,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    body: JSON.stringify(body),
  };
}

function toRefused(
  operation: PlatformOperation,
  response: Response,
  body: Body,
  now: number,
): PlatformFailure {
  const said = body.kind === 'json' && isJsonObject(body.value) ? body.value : {};
  return new PlatformFailure(operation, {
    kind: 'refused',
    status: response.status,
    readTexts: () => readTexts(said),
    retryAfterSeconds: readRetryAfter(response.headers.get('Retry-After') ?? '', now),
    clockSkewMs: readClockSkew(response.headers.get('Date') ?? '', now),
  });
}

/** The platform reports one problem at a time: of far more, each compared with all names, nothing is read. */
const mostFields = 50;

/** Characters. Each step of a path is compared with names, and copies the rest. */
const longestPath = 1_000;

function readTexts(said: JsonObject): PlatformTexts {
  const fields = objectsAt(said, 'fields').map((each) => ({
    field: textAt(each, 'field') ?? '',
    message: textAt(each, 'message') ?? '',
  }));
  const isTooLong = fields.some(({ field }) => field.length > longestPath);
  if (fields.length > mostFields || isTooLong) return { message: undefined, fields: [] };
  return { message: textAt(said, 'message'), fields };
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
function readRetryAfter(text: string, now: number): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // Without a time of day it is no such date, though `Date.parse` reads one into nearly anything.
  const at = /:\d\d:/.test(text) ? Date.parse(text) : NaN;
  return at >= 0 ? Math.max(0, Math.ceil((at - now) / 1000)) : undefined;
}

function readClockSkew(date: string, now: number): number | undefined {
  const at = Date.parse(date);
  return Number.isNaN(at) ? undefined : now - at;
}
