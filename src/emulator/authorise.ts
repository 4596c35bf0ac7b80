import { decodeJwt, importSPKI, jwtVerify } from 'jose';
import type { Caller } from './operation.js';
import type { PlatformData, SigningKey } from './platformData.js';
import { PlatformError } from './platformError.js';

const issuerPrefix = 'https://versori.com/sk/';

/**
 * Returns the caller of a request. An API key acts for the organisation; a JWT acts for the end user in its
 * `sub`, who sees and changes only what is theirs and the static connections.
 * @throws {PlatformError} 401; it does not say which check of a token failed.
 */
export async function authorise(
  headers: Headers,
  data: PlatformData,
  now: number,
): Promise<Caller> {
  const [scheme, token, ...rest] = (headers.get('authorization') ?? '').split(' ');
  if (token === undefined || token === '' || rest.length > 0) {
    throw new PlatformError(401, 'no credential: send an API key or a signed token');
  }
  if (scheme === 'Bearer') {
    if (!data.apiKeys.includes(token)) throw new PlatformError(401, 'unknown API key');
    return { kind: 'organisation' };
  }
  if (scheme === 'JWT') return { kind: 'endUser', externalId: await verify(token, data, now) };
  throw new PlatformError(401, 'unknown authorization scheme');
}

async function verify(token: string, data: PlatformData, now: number): Promise<string> {
  try {
    const { iss = '' } = decodeJwt(token);
    const key = await importSPKI(findKey(data.signingKeys, iss).publicKey, 'RS256');
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['RS256'],
      issuer: iss,
      currentDate: new Date(now),
      requiredClaims: ['sub', 'iat', 'exp'],
    });
    const { sub, iat } = payload;
    if (sub === undefined || sub === '') throw new Error('sub is empty');
    // jose leaves a token from the future alone; half a minute is what clocks may differ by.
    if (iat === undefined || iat * 1000 > now + 30_000) throw new Error('iat lies in the future');
    return sub;
  } catch (error) {
    throw new PlatformError(
      401,
      `token refused: ${error instanceof Error ? error.message : 'unreadable'}`,
    );
  }
}

function findKey(keys: readonly SigningKey[], issuer: string): SigningKey {
  const key = keys.find(({ id }) => issuer === issuerPrefix + id);
  if (key === undefined) throw new Error('unknown signing key');
  return key;
}
