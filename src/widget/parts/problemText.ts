import type { BackendError } from '../../backend/backendError.js';
import type { Translate } from '../../messages/format.js';
import type { CoreKey } from '../../messages/enCore.js';

interface Problem extends Pick<BackendError, 'code'> {
  readonly retryAfterSeconds?: number | undefined;
}

/** Explains a failed call in the user's language; never the error's own message. */
export function toProblemText(t: Translate<CoreKey>, { code, retryAfterSeconds }: Problem): string {
  if (code === 'rateLimited' && retryAfterSeconds !== undefined && retryAfterSeconds > 0) {
    return t('problem.rateLimited.seconds', { count: Math.ceil(retryAfterSeconds) });
  }
  return t(`problem.${code}`);
}
