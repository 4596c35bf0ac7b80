import type { Caller } from '../platform/platformCalls.js';
import type { PlatformActivation } from '../platform/shapes.js';
import type { Services } from '../services.js';
import { createSlices } from '../slices.js';
import { claimActivation } from './claimActivation.js';
import type { ExpectedActivation } from './expectedActivation.js';
import { hasOpenRival } from './openIntents.js';

/**
 * Reads the user's list once for the activation whose answer was lost: one that was not there before,
 * that has exactly what was asked for, and that can be no other intent's. Call it under the lock.
 * @returns `null` where there is none, or where it may be another's: the outcome stays unknown.
 */
export async function findLostActivation(
  services: Services,
  caller: Caller,
  expected: ExpectedActivation,
  activationIdsBefore: readonly string[],
): Promise<PlatformActivation | null> {
  const { intent } = expected;
  const activations = await services.activationLists.listFresh(caller, intent.environmentId);
  const before = new Set(activationIdsBefore);
  const slices = createSlices();
  let isAlone = false;
  for (const activation of activations) {
    await slices.pauseIfDue();
    if (before.has(activation.id) || !expected.matches(activation)) continue;
    if (!isAlone && (await hasOpenRival(expected))) return null;
    isAlone = true;
    if (await claimActivation(services, intent, activation.id)) return activation;
  }
  return null;
}
