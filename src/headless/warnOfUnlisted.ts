import type { BackendError } from '../backend/backendError.js';
import { warnDeveloper } from '../backend/warnDeveloper.js';
import type { OnboardingSettings } from './settings.js';

/** Tells the developer which integrations there are, where the host's backend lists another one. */
export async function warnOfUnlisted(
  { backend }: OnboardingSettings,
  environmentId: string,
  { code, status }: BackendError,
): Promise<void> {
  if (code !== 'notFound' || status !== 404) return;
  const listed = await backend.listIntegrations({ signal: new AbortController().signal });
  const names = listed.map((integration) => `${integration.environmentId} (${integration.name})`);
  warnDeveloper(
    `the host's backend lists no integration with the environmentId ${JSON.stringify(environmentId)} for this user. It lists: ${names.join(', ') || 'none'}. Add it to the handler's integrations, or pass one of these.`,
  );
}
