import { ProblemError } from '../problemError.js';
import { recordTtlMs } from './activationIntent.js';
import type { ExpectedActivation } from './expectedActivation.js';

/** The claim that marks an intent as open, for as long as its outcome is. */
export interface OpenMark {
  readonly key: string;
  readonly token: string;
}

/** So many intents of one user that ask for the same may be open at once. */
const mostMarks = 8;

/** A mark outlives the record that it belongs to. */
const markMs = recordTtlMs + 60_000;

/**
 * Marks an intent as open before the platform is asked, so that no other intent that asks for the
 * same takes its activation for its own.
 * @throws {ProblemError} 503 where too many of these are open; nothing was sent.
 */
export async function markOpen({ intent, toMarkKey }: ExpectedActivation): Promise<OpenMark> {
  for (let index = 0; index < mostMarks; index += 1) {
    const key = await toMarkKey(index);
    const claim = await intent.claimFor(key, markMs);
    if (claim.state === 'claimed') return { key, token: claim.token };
  }
  throw new ProblemError('unavailable', {
    detail: 'What became of several activations like this one is not known yet. Try again later.',
    retryAfterSeconds: 60,
  });
}

/** Whether another intent that asks for the same is open: then what is found may be either's. */
export async function hasOpenRival({ intent, toMarkKey }: ExpectedActivation): Promise<boolean> {
  const marks = await Promise.all(
    Array.from({ length: mostMarks }, async (_, index) => {
      const key = await toMarkKey(index);
      const claim = await intent.claimFor(key);
      if (claim.state !== 'claimed') return claim.bodyHash !== intent.key;
      await intent.release(key, claim.token);
      return false;
    }),
  );
  return marks.includes(true);
}
