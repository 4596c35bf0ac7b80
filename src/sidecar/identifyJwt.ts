import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { OnboardingHandlerOptions, OnboardingUser } from '../server/options.js';
import type { JwtSource } from './sidecarConfig.js';

/** Clocks of two machines may differ by so much. */
const clockTolerance = '5s';

/**
 * Reads the user from a JWT of the host's own. The algorithms are the configuration's, never the
 * token's; without `exp` and the audience no token counts.
 *
 * @param now Milliseconds since 1970.
 */
export function createIdentifyJwt(
  source: JwtSource,
  now: () => number,
): OnboardingHandlerOptions['identify'] {
  const { algorithms, audience, issuer, claim } = source;
  const getKey = createGetKey(source.key);
  return async (request) => {
    const token = findToken(request.headers, source.cookie);
    if (token === undefined) return null;
    try {
      const { payload } = await jwtVerify(token, getKey, {
        algorithms: [...algorithms],
        audience,
        ...(issuer !== undefined && { issuer }),
        requiredClaims: ['exp', claim],
        clockTolerance,
        currentDate: new Date(now()),
      });
      return toUser(payload, source);
    } catch (error) {
      // A key set that cannot be fetched is the host's concern, and no fault of the token.
      if (isFaultOfToken(error)) return null;
      throw error;
    }
  };
}

function createGetKey(key: JwtSource['key']): JWTVerifyGetKey {
  if (key.kind === 'jwks') return createRemoteJWKSet(new URL(key.url));
  const bytes = new TextEncoder().encode(key.secret);
  return () => bytes;
}

function findToken(headers: Headers, cookie: string | undefined): string | undefined {
  if (cookie === undefined) return /^Bearer +(\S+)$/i.exec(headers.get('Authorization') ?? '')?.[1];
  const pairs = (headers.get('Cookie') ?? '').split(';').map((each) => each.trim());
  return pairs.find((each) => each.startsWith(`${cookie}=`))?.slice(cookie.length + 1);
}

function toUser(payload: JWTPayload, { claim, nameClaim }: JwtSource): OnboardingUser | null {
  const externalId = payload[claim];
  const displayName = payload[nameClaim];
  if (typeof externalId !== 'string') return null;
  return typeof displayName === 'string' ? { externalId, displayName } : { externalId };
}

function isFaultOfToken(error: unknown): boolean {
  return [
    errors.JWTInvalid,
    errors.JWTExpired,
    errors.JWTClaimValidationFailed,
    errors.JWSInvalid,
    errors.JWSSignatureVerificationFailed,
    errors.JOSEAlgNotAllowed,
    errors.JOSENotSupported,
    errors.JWKSNoMatchingKey,
    errors.JWKSMultipleMatchingKeys,
  ].some((Fault) => error instanceof Fault);
}
