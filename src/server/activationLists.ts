import type { Caller, PlatformClient } from './platform/platformClient.js';
import type { PlatformActivation } from './platform/shapes.js';
import { type People, verifyOwner } from './people.js';
import type { SharedReads } from './sharedReads.js';

type Activations = readonly PlatformActivation[];

/** The signed-in user's own activations; what is not in the list is not theirs. */
export interface ActivationLists {
  /** As they are now. Empty for a user whom the platform does not know. */
  list(caller: Caller, environmentId: string): Promise<Activations>;
  /** As they were within the last half minute. */
  recall(caller: Caller, environmentId: string): Promise<Activations>;
  /** As they are now, never by joining a read that began earlier: for the time around a write. */
  look(caller: Caller, environmentId: string): Promise<Activations>;
  /** After a write of the user's. */
  forget(externalId: string): void;
}

const recallMs = 30_000;

export function createActivationLists(
  platform: PlatformClient,
  people: People,
  reads: SharedReads<Activations>,
): ActivationLists {
  async function look(caller: Caller, environmentId: string): Promise<Activations> {
    const activations = await platform.listUserActivations(caller, environmentId);
    for (const { externalId } of activations) verifyOwner(externalId, caller);
    return activations.filter((each) => (each.environmentId ?? environmentId) === environmentId);
  }

  async function share(
    caller: Caller,
    environmentId: string,
    maxAgeMs: number,
  ): Promise<Activations> {
    if ((await people.find(caller)) === null) return [];
    const { user, deadline } = caller;
    const key = { user: user.externalId, arguments: [environmentId] };
    return reads.read(key, { maxAgeMs, deadline }, (shared) =>
      look({ user, deadline: shared }, environmentId),
    );
  }

  return {
    list: (caller, environmentId) => share(caller, environmentId, 0),
    recall: (caller, environmentId) => share(caller, environmentId, recallMs),
    look,
    forget: (externalId) => reads.forget(externalId),
  };
}
