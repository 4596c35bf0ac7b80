import { guardIsSecret, type IsSecret } from './isSecretSchema.js';

const guarded = new WeakMap<IsSecret, IsSecret>();

/**
 * Makes the host's `isSecret` safe to ask, once for each function. Where it throws, the place is secret,
 * and its error is rethrown as an uncaught error of the page.
 */
export function guardHostMarks(isSecret: IsSecret | undefined): IsSecret | undefined {
  if (isSecret === undefined) return undefined;
  const known = guarded.get(isSecret) ?? guardIsSecret(isSecret, throwLater);
  guarded.set(isSecret, known);
  return known;
}

function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
