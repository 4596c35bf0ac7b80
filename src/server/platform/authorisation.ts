import type { PlatformCredential } from '../settings.js';
import type { Deadline } from '../deadline.js';
import type { Runtime } from '../runtime.js';
import type { RequestCache } from '../requestCache.js';

/** The `Authorization` header of a call that is made for a user. */
export type Authorise = (externalId: string, deadline: Deadline) => Promise<string>;

const lifetimeMs = 60 * 60 * 1000;
export const tokenMaxAgeMs: number = lifetimeMs - 60 * 1000;

/**
 * An API key is the same for all; a signing key makes one token for each user, good for an hour and
 * used until a minute before that.
 */
export function createAuthorise(
  auth: PlatformCredential,
  runtime: Runtime,
  tokens: RequestCache<string>,
): Authorise {
  return async (user, deadline) => {
    if (auth.type === 'apiKey') return `Bearer ${auth.apiKey}`;
    const key = { user, arguments: [] };
    const token = await tokens.read(key, { maxAgeMs: tokenMaxAgeMs, deadline }, () =>
      signToken(auth, user, runtime.now()),
    );
    return `JWT ${token}`;
  };
}

async function signToken(
  auth: Extract<PlatformCredential, { type: 'signingKey' }>,
  user: string,
  now: number,
): Promise<string> {
  // Hosts with an API key never load it.
  const { importPKCS8, SignJWT } = await import('jose');
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({
    sub: user,
    iss: `https://versori.com/sk/${auth.keyId}`,
    iat: issuedAt,
    exp: issuedAt + lifetimeMs / 1000,
  })
    .setProtectedHeader({ alg: 'RS256' })
    .sign(await importPKCS8(auth.privateKey, 'RS256'));
}
