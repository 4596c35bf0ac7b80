import { createOnboardingHandler } from 'react-versori-onboarding/server';
import { toOnboardingPath, USER_HEADER, type ControlsState } from '../controlsState.js';
import { createBounded } from './bounded.js';
import type { RealPlatformSettings } from './readSettings.js';

/** The key under which the page knows the one integration and the one user of the settings. */
const REAL_KEY = 'real';

export interface RealPlatform {
  readonly handle: (world: string, request: Request) => Promise<Response>;
  readonly controls: ControlsState;
}

/**
 * The host's backend on the real platform. `report` hears once in one line that the platform
 * refuses the credentials, and of each other failure.
 */
export function createRealPlatform(
  settings: RealPlatformSettings,
  report: (line: string) => void,
): RealPlatform {
  const { organisationId, auth, projectId, environmentId, userId, baseUrl } = settings;
  const reported = new Set<string>();
  const onError = (error: Error): void => {
    const line = toLine(error, settings);
    if (!reported.has(line)) report(line);
    reported.add(line);
  };
  const getHandler = createBounded(20, (world) =>
    createOnboardingHandler({
      basePath: toOnboardingPath(world),
      platform: { organisationId, auth, ...(baseUrl !== undefined && { baseUrl }) },
      integrations: [{ projectId, environmentId }],
      identify: (request) => {
        const isSignedIn = request.headers.get(USER_HEADER) === REAL_KEY;
        return Promise.resolve(isSignedIn ? { externalId: userId } : null);
      },
      onError,
    }),
  );
  return {
    handle: (world, request) => getHandler(world)(request),
    controls: {
      platform: 'real',
      users: [{ key: REAL_KEY, name: userId }],
      integrations: [{ key: REAL_KEY, environmentId, name: 'Your integration', description: '' }],
      operations: [],
      faults: [],
      requests: {},
    },
  };
}

function toLine(error: Error, { auth }: RealPlatformSettings): string {
  const status = readStatus(error);
  if (status !== 401 && status !== 403) return `The demo's backend: ${error.message}`;
  const names =
    auth.type === 'apiKey'
      ? 'VERSORI_API_KEY'
      : 'VERSORI_SIGNING_KEY_ID, the signing key and VERSORI_USER_ID';
  return `The platform refuses the credentials (${status}): check ${names} and VERSORI_ORGANISATION_ID in .env.`;
}

/** The status that the platform answered with, where that is what went wrong. */
function readStatus(error: Error): unknown {
  const reason: unknown = 'reason' in error ? error.reason : null;
  return typeof reason === 'object' && reason !== null && 'status' in reason ? reason.status : null;
}
