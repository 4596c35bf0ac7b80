import type { ProblemField } from '../domain/problem.js';
import { OutOfTime } from './deadline.js';
import { type FailureReason, PlatformFailure } from './platform/platformFailure.js';
import { Refusal } from './refusal.js';

/** What a thrown value means for the browser. Of the platform's own texts, nothing passes. */
export function toRefusal(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  const reason = thrown instanceof PlatformFailure ? thrown.reason : undefined;
  const code = thrown instanceof OutOfTime ? 'timeout' : toCode(reason);
  const asked = reason?.kind === 'refused' ? reason.retryAfterSeconds : undefined;
  // Whoever is told to wait is told how long, though the platform did not say.
  const retryAfterSeconds = asked ?? (code === 'rateLimited' ? 1 : undefined);
  return new Refusal(code, { cause: thrown, retryAfterSeconds });
}

function toCode(reason: FailureReason | undefined): Refusal['code'] {
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
const mostCharacters = 500;

export interface WriteTexts {
  /** JSON Pointer of what the platform names; `null`: nothing that the browser sent. */
  readonly toPointer: (field: string) => string | null;
  /**
   * Values that the browser must not see, which the platform may quote; and the places, as in
   * `/variables/pin/`, of those of which nothing that is said may pass.
   */
  readonly secrets: readonly string[];
}

/** Like `toRefusal`, for a write: its 400, 409 and 422 say in the platform's words what is wrong. */
export function toWriteRefusal(thrown: unknown, { toPointer, secrets }: WriteTexts): Refusal {
  const reason = thrown instanceof PlatformFailure ? thrown.reason : undefined;
  if (reason?.kind !== 'refused' || ![400, 409, 422].includes(reason.status)) {
    return toRefusal(thrown);
  }
  const { message, fields } = reason.readTexts();
  const show = (text: string, path = ''): string =>
    secrets.some((secret) => `${path}/ ${text}`.includes(secret))
      ? ''
      : text.slice(0, mostCharacters);
  const shown = fields.flatMap((each): ProblemField[] => {
    const path = toPointer(each.field);
    return path === null ? [] : [{ path, message: show(each.message, path) }];
  });
  if (fields.length > 0 && shown.length === 0) {
    // All of it is about what the host filled in, so no user can put it right.
    return new Refusal('unavailable', { cause: thrown });
  }
  const detail = show(message ?? '') || undefined;
  const code = reason.status === 409 ? 'conflict' : 'invalid';
  return new Refusal(code, { cause: thrown, fields: shown, detail });
}

/** The same refusal, saying that the call may have been carried out all the same. */
export function toUnknownOutcome(thrown: unknown): Refusal {
  const { code, status, details } = toRefusal(thrown);
  const { cause } = details;
  return new Refusal(status >= 500 ? code : 'unavailable', { cause, outcomeUnknown: true });
}
