import { untilAborted, wait } from './abort.js';
import type { Fault } from './faults.js';
import { PlatformError, toErrorAnswer } from './platformError.js';

/** Answers with the fault, or with `respond` if there is none. */
export async function applyFault(
  fault: Fault | null,
  respond: () => Promise<Response>,
  signal: AbortSignal,
): Promise<Response> {
  if (fault === null) return untilAborted(respond(), signal);
  switch (fault.kind) {
    case 'status':
      return toFaultResponse(fault);
    case 'rateLimited':
      return toRateLimited(fault.retryAfterSeconds);
    case 'html':
      return toGatewayPage(fault.status ?? 502);
    case 'latency':
      await wait(fault.ms, signal);
      return untilAborted(respond(), signal);
    case 'dropBefore':
      throw toBrokenConnection();
    case 'dropAfter':
      await respond();
      throw toBrokenConnection();
    case 'commitLater':
      // The caller has left by then, so neither the answer nor the signal matters.
      setTimeout(() => void respond(), fault.ms);
      throw toBrokenConnection();
    case 'truncated':
      return truncate(await untilAborted(respond(), signal));
    case 'hang':
      return untilAborted(new Promise<never>(() => {}), signal);
    default:
      return refuseUnknown(fault);
  }
}

/** The error that `fetch` rejects with when the connection breaks. */
function toBrokenConnection(): TypeError {
  return new TypeError('fetch failed');
}

function toFaultResponse(fault: Extract<Fault, { kind: 'status' }>): Response {
  const { status, message = 'the platform was told to fail', fields = [], emptyBody } = fault;
  if (emptyBody === true) return new Response('', { status });
  return Response.json(toErrorAnswer(new PlatformError(status, message, fields)).body, { status });
}

function toRateLimited(retryAfterSeconds: number): Response {
  const { status, body } = toErrorAnswer(new PlatformError(429, 'too many requests'));
  return Response.json(body, { status, headers: { 'retry-after': String(retryAfterSeconds) } });
}

function toGatewayPage(status: number): Response {
  const page = '<!doctype html><html><head><title>Bad gateway</title></head><body>…</body></html>';
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

async function truncate(response: Response): Promise<Response> {
  const text = await response.text();
  const { status, headers } = response;
  if (text === '') return new Response(null, { status, headers });
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status, headers });
}

function refuseUnknown(fault: never): never {
  throw new Error(`The emulator knows no fault ${JSON.stringify(fault)}.`);
}
