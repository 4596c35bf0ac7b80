import { isJsonObject } from '../domain/json.js';
import type { OnboardingHandlerOptions, OnboardingUser } from '../server/options.js';
import type { UserSource } from './sidecarConfig.js';

type SignedHeader = Extract<UserSource, { from: 'signedHeader' }>;

/** Clocks of two machines may differ by so much. */
const skewSeconds = 5;

/**
 * Reads the user from a header that the host's proxy signs: `payload.signature`. The payload is JSON in
 * base64url, `{ externalId, displayName?, at }` with the seconds since 1970; the signature is the
 * HMAC-SHA256, in hexadecimal, of the method, the path with its query and the payload, each on a line.
 *
 * @param now Milliseconds since 1970.
 */
export function createIdentifySigned(
  { header, secret, maxAgeSeconds }: SignedHeader,
  now: () => number,
): OnboardingHandlerOptions['identify'] {
  const importing = crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  return async (request) => {
    const [, payload, signature] =
      /^([\w-]+)\.([0-9a-f]{64})$/.exec(request.headers.get(header) ?? '') ?? [];
    if (payload === undefined || signature === undefined) return null;
    const { pathname, search } = new URL(request.url);
    const signed = new TextEncoder().encode(`${request.method}\n${pathname}${search}\n${payload}`);
    const bytes = Uint8Array.from(signature.match(/../g) ?? [], (each) => parseInt(each, 16));
    // In constant time.
    const isSigned = await crypto.subtle.verify('HMAC', await importing, bytes, signed);
    return isSigned ? parsePayload(payload, now() / 1000, maxAgeSeconds) : null;
  };
}

function parsePayload(
  payload: string,
  nowSeconds: number,
  maxAgeSeconds: number,
): OnboardingUser | null {
  const claims = decode(payload);
  if (!isJsonObject(claims)) return null;
  const { externalId, displayName, at } = claims;
  if (typeof externalId !== 'string' || typeof at !== 'number') return null;
  const age = nowSeconds - at;
  if (age > maxAgeSeconds || age < -skewSeconds) return null;
  return typeof displayName === 'string' ? { externalId, displayName } : { externalId };
}

function decode(payload: string): unknown {
  try {
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (each) => each.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
