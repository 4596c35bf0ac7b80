import { useMemo } from 'react';
import { createHttpBackend, type HttpBackend } from 'react-versori-onboarding';
import { toOnboardingPath, USER_HEADER } from '../controlsState.js';
import { demoFetch } from './demoFetch.js';

interface DemoBackendOptions {
  readonly world: string;
  /** `null`: signed out. */
  readonly user: string | null;
  /** Milliseconds that each answer takes longer on its way. */
  readonly latencyMs: number;
  readonly timeoutMs?: number | undefined;
}

/** The backend of a world, as a host makes it; another one for another user. */
export function useDemoBackend(options: DemoBackendOptions): HttpBackend {
  const { world, user, latencyMs, timeoutMs } = options;
  return useMemo(
    () =>
      createHttpBackend({
        baseUrl: toOnboardingPath(world),
        fetch: latencyMs === 0 ? demoFetch : toSlowFetch(latencyMs),
        headers: user === null ? {} : { [USER_HEADER]: user },
        ...(timeoutMs !== undefined && { timeoutMs }),
      }),
    [world, user, latencyMs, timeoutMs],
  );
}

function toSlowFetch(latencyMs: number): typeof demoFetch {
  return async (url, init) => {
    const answer = await demoFetch(url, init);
    await new Promise((passed) => setTimeout(passed, latencyMs));
    return answer;
  };
}
