import { ProblemError } from './problemError.js';
import type { Settings } from './settings.js';

type Origins = Pick<Settings, 'publicOrigin' | 'allowedOrigins'>;

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A request that changes something must come from a page that may make it. The browser itself writes
 * both headers, and no page can change them; forwarded headers, which anyone can write, are not read.
 * `same-site` is not enough: another subdomain may be another's.
 * @throws {ProblemError} 403, also where neither header is there.
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

/** What lets the pages of the allowed origins read an answer; all of them, or none. */
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

/** `null`: this is no question of an allowed origin whether it may send a request. */
export function toPreflightHeaders(
  { method, headers }: Request,
  { allowedOrigins }: Origins,
  allow: string,
): Record<string, string> | null {
  const isQuestion = method === 'OPTIONS' && headers.has('Access-Control-Request-Method');
  if (!isQuestion || !allowedOrigins.includes(headers.get('Origin') ?? '')) return null;
  return {
    'Access-Control-Allow-Methods': allow,
    // A host's own headers, such as a CSRF token, are its own business.
    'Access-Control-Allow-Headers': headers.get('Access-Control-Request-Headers') ?? '',
    'Access-Control-Max-Age': '600',
  };
}
