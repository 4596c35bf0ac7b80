import type { IntegrationList, OnboardingUser } from './options.js';
import { isExternalId } from './ids.js';
import { Refusal } from './refusal.js';
import { checkIntegrations, type Settings } from './settings.js';

/**
 * Who the host says is signed in; nothing of the request itself decides it.
 * @throws {Refusal} 401 for nobody, 403 for an id that cannot be used, 500 where the host fails.
 */
export async function identifyUser(
  { identify }: Pick<Settings, 'identify'>,
  request: Request,
): Promise<OnboardingUser> {
  const user: unknown = await askHost(() => identify(request));
  if (user === null) throw new Refusal('unauthenticated');
  if (typeof user !== 'object' || !('externalId' in user) || typeof user.externalId !== 'string') {
    const cause = new Error('identify must give { externalId: string }, or null for nobody.');
    throw new Refusal('unknown', { cause });
  }
  if (!isExternalId(user.externalId)) {
    const cause = new Error(
      'identify gave an externalId that is empty, ".", "..", over 256 characters or not plain text, which cannot stand in a URL.',
    );
    throw new Refusal('forbidden', { cause });
  }
  const displayName = 'displayName' in user ? user.displayName : undefined;
  return {
    externalId: user.externalId,
    ...(typeof displayName === 'string' && { displayName }),
  };
}

/** What exists for this user, asked anew on each request. @throws {Refusal} 500 */
export async function listOffered(
  { integrations }: Pick<Settings, 'integrations'>,
  user: OnboardingUser,
): Promise<IntegrationList> {
  if (typeof integrations !== 'function') return integrations;
  return askHost(async () => {
    const list = await integrations(user);
    checkIntegrations(list);
    return list;
  });
}

/** What a function of the host says. @throws {Refusal} 500 where it throws; the host hears why. */
export async function askHost<T>(ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new Refusal('unknown', { cause });
  }
}
