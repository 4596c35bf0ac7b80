import type { Caller } from './platform/platformCalls.js';
import type { PlatformClient } from './platform/platformClient.js';
import { isRefusedWith } from './platform/platformFailure.js';
import type { PlatformActivation } from './platform/shapes.js';
import { type EndUsers, verifyOwner } from './endUsers.js';
import type { RequestCache } from './requestCache.js';

type Activations = readonly PlatformActivation[];

/** The signed-in user's own activations; what is not in the list is not theirs. */
export interface ActivationLists {
  /** As they are now. Empty for a user whom the platform does not know. */
  list(caller: Caller, environmentId: string): Promise<Activations>;
  /** As they were within the last half minute. */
  listCached(caller: Caller, environmentId: string): Promise<Activations>;
  /** Reads them now, never joining an earlier read: for use around a write. */
  listFresh(caller: Caller, environmentId: string): Promise<Activations>;
  /** After a write of the user's. */
  invalidate(externalId: string): void;
}

export const cachedListMaxAgeMs: number = 30_000;

export function createActivationLists(
  platform: PlatformClient,
  endUsers: EndUsers,
  cache: RequestCache<Activations>,
): ActivationLists {
  /** A 404 of a user whom the platform knows is no empty list: what is on would look ended. */
  async function readList(caller: Caller, environmentId: string): Promise<Activations> {
    try {
      return await platform.listUserActivations(caller, environmentId);
    } catch (error) {
      const isNobody = isRefusedWith(error, 404) && (await endUsers.resolveId(caller)) === null;
      if (isNobody) return [];
      throw error;
    }
  }

  async function listFresh(caller: Caller, environmentId: string): Promise<Activations> {
    const activations = await readList(caller, environmentId);
    for (const { externalId } of activations) verifyOwner(externalId, caller);
    return activations.filter((each) => (each.environmentId ?? environmentId) === environmentId);
  }

  async function listShared(
    caller: Caller,
    environmentId: string,
    maxAgeMs: number,
  ): Promise<Activations> {
    if ((await endUsers.resolveId(caller)) === null) return [];
    const { user, deadline } = caller;
    const key = { user: user.externalId, arguments: [environmentId] };
    return cache.read(key, { maxAgeMs, deadline }, (shared) =>
      listFresh({ user, deadline: shared }, environmentId),
    );
  }

  return {
    list: (caller, environmentId) => listShared(caller, environmentId, 0),
    listCached: (caller, environmentId) => listShared(caller, environmentId, cachedListMaxAgeMs),
    listFresh,
    invalidate: (externalId) => cache.invalidate(externalId),
  };
}
