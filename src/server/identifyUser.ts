import type { IntegrationList, OnboardingUser } from './options.js';
import { isExternalId } from './ids.js';
import { ProblemError } from './problemError.js';
import { checkIntegrations, type Settings } from './settings.js';

/**
 * Who the host says is signed in; nothing of the request itself decides it.
 * @throws {ProblemError} 401 if not signed in, 403 for an id that cannot be used; and what the host's own throws.
 */
export async function identifyUser(
  { identify }: Pick<Settings, 'identify'>,
  request: Request,
): Promise<OnboardingUser> {
  const user: unknown = await identify(request);
  if (user === null) throw new ProblemError('unauthenticated');
  if (typeof user !== 'object' || !('externalId' in user) || typeof user.externalId !== 'string') {
    const cause = new Error('identify must give { externalId: string }, or null for nobody.');
    throw new ProblemError('unknown', { cause });
  }
  if (!isExternalId(user.externalId)) {
    const cause = new Error(
      'identify gave an externalId that is empty, ".", "..", over 256 characters or not plain text, which cannot stand in a URL.',
    );
    throw new ProblemError('forbidden', { cause });
  }
  const displayName = 'displayName' in user ? user.displayName : undefined;
  return {
    externalId: user.externalId,
    ...(typeof displayName === 'string' && { displayName }),
  };
}

/** What exists for this user, asked anew on each request. Throws what the host's own throws. */
export async function listOfferedIntegrations(
  { integrations }: Pick<Settings, 'integrations'>,
  user: OnboardingUser,
): Promise<IntegrationList> {
  if (typeof integrations !== 'function') return integrations;
  const list = await integrations(user);
  checkIntegrations(list);
  return list;
}
