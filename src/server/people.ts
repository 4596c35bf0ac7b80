import type { PlatformClient, Caller } from './platform/platformClient.js';
import { PlatformFailure } from './platform/platformFailure.js';
import type { PlatformUser } from './platform/shapes.js';
import { isPlatformId } from './ids.js';
import { Refusal } from './refusal.js';
import type { SharedReads } from './sharedReads.js';

/** The platform's own ids of the host's users. */
export interface People {
  /** `null`: the platform does not know the user. @throws {Refusal} 500 where it names another. */
  find(caller: Caller): Promise<string | null>;
  /** Makes the user known. @throws {Refusal} 500 where the platform names another. */
  create(caller: Caller): Promise<string>;
}

const keptMs = 5 * 60 * 1000;

export function createPeople(
  platform: PlatformClient,
  reads: SharedReads<PlatformUser | null>,
): People {
  async function find(caller: Caller): Promise<string | null> {
    const { user, deadline } = caller;
    const key = { user: user.externalId, arguments: [] };
    const found = await reads.read(key, { maxAgeMs: keptMs, deadline }, (shared) =>
      platform.getEndUser({ user, deadline: shared }),
    );
    return found === null ? null : toVerifiedId(found, caller);
  }

  return {
    find,
    async create(caller) {
      try {
        return toVerifiedId(await platform.createEndUser(caller), caller);
      } catch (error) {
        if (!(error instanceof PlatformFailure)) throw error;
        // Refused: somebody else may just have created the same user. Lost: it may have worked.
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
 * @throws {Refusal} 500
 */
export function verifyOwner(externalId: string | undefined, { user }: Caller): void {
  if (externalId === user.externalId) return;
  throw new Refusal('unknown', {
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
