import { toPointer } from '../domain/pointer.js';
import { DeadlineExceeded } from './deadline.js';
import { type FailureReason, PlatformFailure } from './platform/platformFailure.js';
import { ProblemError } from './problemError.js';
import type { SecretGuard } from './secretGuard.js';

/** Converts a thrown value into a problem for the browser, without texts of the platform. */
export function toProblemError(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  const reason = thrown instanceof PlatformFailure ? thrown.reason : undefined;
  const code = thrown instanceof DeadlineExceeded ? 'timeout' : toCode(reason);
  const asked = reason?.kind === 'refused' ? reason.retryAfterSeconds : undefined;
  // 429 always carries `Retry-After`; default 1 s.
  const retryAfterSeconds = asked ?? (code === 'rateLimited' ? 1 : undefined);
  return new ProblemError(code, { cause: thrown, retryAfterSeconds });
}

function toCode(reason: FailureReason | undefined): ProblemError['code'] {
  if (reason === undefined) return 'unknown';
  if (reason.kind === 'broken') return 'unavailable';
  if (reason.kind !== 'refused') return reason.kind;
  const { status } = reason;
  if (status === 429) return 'rateLimited';
  // 401 and 403 are about the host's credential, never about who is signed in at the host.
  const isOurs = status >= 400 && status < 500 && ![401, 403, 408].includes(status);
  return isOurs ? 'unknown' : 'unavailable';
}

/** How long a text of the platform may be on its way to the browser. */
const maxCharacters = 500;

export interface WriteContext {
  /** Maps the platform's path to the browser's own; `null`: the browser did not send it. */
  readonly toPath: (field: string) => readonly string[] | null;
  readonly guard: SecretGuard;
  /** Whether the user knows nothing of a place below the variables. */
  readonly isHidden?: (place: readonly string[]) => boolean;
}

/**
 * Like `toProblemError`, for a write: passes on the platform's texts of 400, 409 and 422. Passes none
 * if it names a secret or a hidden place, or if any text quotes a secret.
 */
export function toWriteProblem(
  thrown: unknown,
  { toPath, guard, isHidden = () => false }: WriteContext,
): ProblemError {
  const reason = thrown instanceof PlatformFailure ? thrown.reason : undefined;
  if (reason?.kind !== 'refused' || ![400, 409, 422].includes(reason.status)) {
    return toProblemError(thrown);
  }
  const { message = '', fields } = reason.readTexts();
  const found = fields.flatMap(({ field, message: text }) => {
    const path = toPath(field);
    return path === null ? [] : [{ path, text }];
  });
  const named = found.filter(({ path }) => !(mayBeSecret(path) && isHidden(path.slice(1))));
  if (fields.length > 0 && named.length === 0) {
    // Every field was filled in by the host or the integration, so the user cannot fix it.
    return new ProblemError('unavailable', { cause: thrown });
  }
  // The first step is the member of the body that holds the variables, or the credentials.
  const isSecret =
    named.length < found.length ||
    named.some(({ path }) => mayBeSecret(path) && guard.isSecret(path.slice(1)));
  const isQuoted = [message, ...fields.map((each) => each.message)].some(guard.quotes);
  const show = (text: string): string => (isSecret || isQuoted ? '' : text.slice(0, maxCharacters));
  return new ProblemError(reason.status === 409 ? 'conflict' : 'invalid', {
    cause: thrown,
    fields: named.map(({ path, text }) => ({ path: toPointer(path), message: show(text) })),
    detail: show(message) || undefined,
  });
}

/** Variables, and the texts of a credential. */
function mayBeSecret({ 0: member, length }: readonly string[]): boolean {
  if (member === 'credentials') return length > 2;
  return member === 'dynamicVariables' || member === 'variables';
}

/** The same problem with `outcomeUnknown`. */
export function toUnknownOutcome(thrown: unknown): ProblemError {
  const { code, status, details } = toProblemError(thrown);
  const { cause } = details;
  return new ProblemError(status >= 500 ? code : 'unavailable', { cause, outcomeUnknown: true });
}
