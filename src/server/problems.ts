import { toPointer } from '../domain/pointer.js';
import { DeadlineExceeded } from './deadline.js';
import { type FailureReason, PlatformFailure } from './platform/platformFailure.js';
import { ProblemError } from './problemError.js';
import type { SecretGuard } from './secretGuard.js';

/** What a thrown value means for the browser. Of the platform's own texts, nothing passes. */
export function toProblemError(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  const reason = thrown instanceof PlatformFailure ? thrown.reason : undefined;
  const code = thrown instanceof DeadlineExceeded ? 'timeout' : toCode(reason);
  const asked = reason?.kind === 'refused' ? reason.retryAfterSeconds : undefined;
  // Whoever is told to wait is told how long, though the platform did not say.
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
  /** Where the browser sent what the platform names; `null`: it did not send it. */
  readonly toPath: (field: string) => readonly string[] | null;
  readonly guard: SecretGuard;
}

/**
 * Like `toProblemError`, for a write: its 400, 409 and 422 say in the platform's words what is wrong.
 * No words at all pass where it names a secret place, or where any text quotes a secret.
 */
export function toWriteProblem(thrown: unknown, { toPath, guard }: WriteContext): ProblemError {
  const reason = thrown instanceof PlatformFailure ? thrown.reason : undefined;
  if (reason?.kind !== 'refused' || ![400, 409, 422].includes(reason.status)) {
    return toProblemError(thrown);
  }
  const { message = '', fields } = reason.readTexts();
  const named = fields.flatMap(({ field, message: text }) => {
    const path = toPath(field);
    return path === null ? [] : [{ path, text }];
  });
  if (fields.length > 0 && named.length === 0) {
    // All of it is about what the host filled in, so no user can put it right.
    return new ProblemError('unavailable', { cause: thrown });
  }
  // The first step is the member of the body that holds the variables.
  const isSecret = named.some(({ path }) => isVariable(path) && guard.isSecret(path.slice(1)));
  const isQuoted = [message, ...fields.map((each) => each.message)].some(guard.quotes);
  const show = (text: string): string => (isSecret || isQuoted ? '' : text.slice(0, maxCharacters));
  return new ProblemError(reason.status === 409 ? 'conflict' : 'invalid', {
    cause: thrown,
    fields: named.map(({ path, text }) => ({ path: toPointer(path), message: show(text) })),
    detail: show(message) || undefined,
  });
}

function isVariable([member]: readonly string[]): boolean {
  return member === 'dynamicVariables' || member === 'variables';
}

/** The same refusal, saying that the call may have been carried out all the same. */
export function toUnknownOutcome(thrown: unknown): ProblemError {
  const { code, status, details } = toProblemError(thrown);
  const { cause } = details;
  return new ProblemError(status >= 500 ? code : 'unavailable', { cause, outcomeUnknown: true });
}
