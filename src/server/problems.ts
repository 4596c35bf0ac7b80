import type { ProblemField } from '../domain/problem.js';
import { DeadlineExceeded } from './deadline.js';
import { type FailureReason, PlatformFailure } from './platform/platformFailure.js';
import { ProblemError } from './problemError.js';

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

export interface WriteTexts {
  /** JSON Pointer of what the platform names; `null`: nothing that the browser sent. */
  readonly toPointer: (field: string) => string | null;
  /**
   * Values that the browser must not see, which the platform may quote; and the places, as in
   * `/variables/pin/`, of those of which nothing that is said may pass.
   */
  readonly secrets: readonly string[];
}

/** Like `toProblemError`, for a write: its 400, 409 and 422 say in the platform's words what is wrong. */
export function toWriteProblem(thrown: unknown, { toPointer, secrets }: WriteTexts): ProblemError {
  const reason = thrown instanceof PlatformFailure ? thrown.reason : undefined;
  if (reason?.kind !== 'refused' || ![400, 409, 422].includes(reason.status)) {
    return toProblemError(thrown);
  }
  const { message, fields } = reason.readTexts();
  const show = (text: string, path = ''): string =>
    secrets.some((secret) => `${path}/ ${text}`.includes(secret))
      ? ''
      : text.slice(0, maxCharacters);
  const shown = fields.flatMap((each): ProblemField[] => {
    const path = toPointer(each.field);
    return path === null ? [] : [{ path, message: show(each.message, path) }];
  });
  if (fields.length > 0 && shown.length === 0) {
    // All of it is about what the host filled in, so no user can put it right.
    return new ProblemError('unavailable', { cause: thrown });
  }
  const detail = show(message ?? '') || undefined;
  const code = reason.status === 409 ? 'conflict' : 'invalid';
  return new ProblemError(code, { cause: thrown, fields: shown, detail });
}

/** The same refusal, saying that the call may have been carried out all the same. */
export function toUnknownOutcome(thrown: unknown): ProblemError {
  const { code, status, details } = toProblemError(thrown);
  const { cause } = details;
  return new ProblemError(status >= 500 ? code : 'unavailable', { cause, outcomeUnknown: true });
}
