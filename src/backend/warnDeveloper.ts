const told = new Set<string>();

/**
 * Tells the host's developer of a mistake in the setup: one console line a page, however often it
 * happens. Callers ask for `process.env.NODE_ENV` themselves, so that production bundles drop the
 * texts too.
 */
export function warnDeveloper(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  // oxlint-disable-next-line no-console -- A component has no other way to its developer.
  console.warn(`react-versori-onboarding: ${message}`);
}
