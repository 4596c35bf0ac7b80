import type { Caller } from './platform/platformCalls.js';
import type { PlatformClient } from './platform/platformClient.js';
import { PlatformFailure } from './platform/platformFailure.js';
import type { PlatformUser } from './platform/shapes.js';
import { isPlatformId } from './ids.js';
import { ProblemError } from './problemError.js';
import type { RequestCache } from './requestCache.js';

/** The platform's own ids of the host's users. */
export interface EndUsers {
  /** `null`: the platform does not know the user. @throws {ProblemError} 500 where it names another. */
  resolveId(caller: Caller): Promise<string | null>;
  /** Makes the user known. @throws {ProblemError} 500 where the platform names another. */
  provision(caller: Caller): Promise<string>;
}

export const endUserMaxAgeMs: number = 5 * 60 * 1000;

export function createEndUsers(
  platform: PlatformClient,
  cache: RequestCache<PlatformUser | null>,
): EndUsers {
  async function resolveId(caller: Caller): Promise<string | null> {
    const { user, deadline } = caller;
    const key = { user: user.externalId, arguments: [] };
    const found = await cache.read(key, { maxAgeMs: endUserMaxAgeMs, deadline }, (shared) =>
      platform.getEndUser({ user, deadline: shared }),
    );
    return found === null ? null : toVerifiedId(found, caller);
  }

  return {
    resolveId,
    async provision(caller) {
      try {
        return toVerifiedId(await platform.createEndUser(caller), caller);
      } catch (error) {
        if (!(error instanceof PlatformFailure)) throw error;
        // Refused: another request may have created the same user. Lost: it may have worked.
        const found = await platform.getEndUser(caller);
        if (found === null) throw error;
        return toVerifiedId(found, caller);
      }
    },
  };
}

/**
 * The platform takes its own ids where it takes external ones, so an external id that looks like
 * another user's platform id would open that user's account.
 * @throws {ProblemError} 500
 */
export function verifyOwner(externalId: string | undefined, { user }: Caller): void {
  if (externalId === user.externalId) return;
  throw new ProblemError('unknown', {
    cause: new Error(
      'The platform answered for another user. Check the externalId that identify gives: it must be neither an id of the platform nor chosen by users.',
    ),
  });
}

function toVerifiedId({ id, externalId }: PlatformUser, caller: Caller): string {
  verifyOwner(externalId, caller);
  if (!isPlatformId(id)) {
    throw new PlatformFailure('GetEndUser', { kind: 'malformed', at: 'id is no ULID' });
  }
  return id;
}
