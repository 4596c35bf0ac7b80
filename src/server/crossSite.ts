import { ProblemError } from './problemError.js';
import type { Settings } from './settings.js';

type Origins = Pick<Settings, 'publicOrigin' | 'allowedOrigins'>;

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Rejects a write that does not come from the host's own origin or an allowed one. Reads
 * `Sec-Fetch-Site` and `Origin`, which no page can forge, and no forwarded headers, which any client
 * can. `same-site` is not enough: another subdomain may belong to another party.
 * @throws {ProblemError} 403, also if both headers are missing.
 */
export function checkSameOrigin(request: Request, origins: Origins): void {
  if (safeMethods.includes(request.method)) return;
  if (request.headers.get('Sec-Fetch-Site') === 'same-origin') return;
  const origin = request.headers.get('Origin');
  const own = [new URL(request.url).origin, origins.publicOrigin, ...origins.allowedOrigins];
  if (origin !== null && own.includes(origin)) return;
  throw new ProblemError('forbidden', {
    detail: 'This request does not come from a page that may make it.',
  });
}

/** Returns the CORS headers of an answer; empty unless the host allows further origins. */
export function toCorsHeaders(
  { headers }: Request,
  { allowedOrigins }: Origins,
): Record<string, string> {
  if (allowedOrigins.length === 0) return {};
  const origin = headers.get('Origin') ?? '';
  return {
    Vary: 'Origin',
    ...(allowedOrigins.includes(origin) && {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Expose-Headers': 'Retry-After',
    }),
  };
}

/** Returns `null` unless this is a CORS preflight from an allowed origin. */
export function toPreflightHeaders(
  { method, headers }: Request,
  { allowedOrigins }: Origins,
  allow: string,
): Record<string, string> | null {
  const isQuestion = method === 'OPTIONS' && headers.has('Access-Control-Request-Method');
  if (!isQuestion || !allowedOrigins.includes(headers.get('Origin') ?? '')) return null;
  return {
    'Access-Control-Allow-Methods': allow,
    // A host may add headers of its own, such as a CSRF token.
    'Access-Control-Allow-Headers': headers.get('Access-Control-Request-Headers') ?? '',
    'Access-Control-Max-Age': '600',
  };
}
