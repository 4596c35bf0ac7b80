import type { PlatformAuth } from '../options.js';
import type { Runtime } from '../runtime.js';

/** The `Authorization` header of a call that is made for a user. */
export type Authorise = (externalId: string) => Promise<string>;

const lifetimeMs = 60 * 60 * 1000;
const renewBeforeMs = 60 * 1000;
const mostTokens = 1000;

/** An API key is the same for all; a signing key makes one token for each user, used for an hour. */
export function createAuthorise(auth: PlatformAuth, runtime: Runtime): Authorise {
  if (auth.type === 'apiKey') {
    const header = `Bearer ${auth.apiKey}`;
    return async () => header;
  }
  const tokens = new Map<string, { readonly token: Promise<string>; readonly expiresAt: number }>();
  return async (externalId) => {
    const now = runtime.now();
    const known = tokens.get(externalId);
    if (known !== undefined && known.expiresAt - renewBeforeMs > now) {
      return `JWT ${await known.token}`;
    }
    const expiresAt = now + lifetimeMs;
    const token = signToken(auth, { externalId, now, expiresAt });
    tokens.delete(externalId);
    tokens.set(externalId, { token, expiresAt });
    const [oldest] = tokens.keys();
    if (tokens.size > mostTokens && oldest !== undefined) tokens.delete(oldest);
    try {
      return `JWT ${await token}`;
    } catch (error) {
      tokens.delete(externalId);
      throw error;
    }
  };
}

async function signToken(
  auth: Extract<PlatformAuth, { type: 'signingKey' }>,
  claims: { readonly externalId: string; readonly now: number; readonly expiresAt: number },
): Promise<string> {
  // Hosts with an API key never load it.
  const { importPKCS8, SignJWT } = await import('jose');
  const key = await importPKCS8(auth.privateKey, 'RS256');
  return new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setSubject(claims.externalId)
    .setIssuer(`https://versori.com/sk/${auth.keyId}`)
    .setIssuedAt(Math.floor(claims.now / 1000))
    .setExpirationTime(Math.floor(claims.expiresAt / 1000))
    .sign(key);
}
