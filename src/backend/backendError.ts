import type { ProblemCode, ProblemField } from '../domain/problem.js';

export interface BackendErrorDetails {
  readonly code: ProblemCode;
  /** Says what happened; for developers, except where the platform's own words are passed on. */
  readonly message: string;
  /** The HTTP status of the host's own answer; absent if a write's answer was lost. */
  readonly status?: number;
  /** JSON Pointers into the input that was refused. */
  readonly fields?: readonly ProblemField[];
  /** Names of the integrations that use the connection that was to be removed. */
  readonly usedBy?: readonly string[];
  readonly retryAfterSeconds?: number;
  /** True: the call may have been carried out all the same. */
  readonly outcomeUnknown?: boolean;
  readonly cause?: unknown;
}

/** The error that every method of a `Backend` rejects with. */
export class BackendError extends Error {
  override readonly name: string = 'BackendError';
  readonly code: ProblemCode;
  readonly status?: number;
  readonly fields: readonly ProblemField[];
  /** Names of the integrations that use the connection that was to be removed. */
  readonly usedBy: readonly string[];
  readonly retryAfterSeconds?: number;
  readonly outcomeUnknown: boolean;

  constructor(details: BackendErrorDetails) {
    super(details.message, { cause: details.cause });
    this.code = details.code;
    this.fields = details.fields ?? [];
    this.usedBy = details.usedBy ?? [];
    this.outcomeUnknown = details.outcomeUnknown ?? false;
    if (details.status !== undefined) this.status = details.status;
    if (details.retryAfterSeconds !== undefined) this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** Converts any thrown value into a `BackendError`: a host's own port may throw anything. */
export function toBackendError(error: unknown): BackendError {
  if (error instanceof BackendError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new BackendError({ code: 'unknown', message, cause: error });
}

/**
 * Whether a write that failed with this error may have been carried out all the same: the backend
 * says so, or there was no answer. A refusal that names its reason is an answer, with or without a status.
 */
export function isOutcomeUnknown({ outcomeUnknown, status, code }: BackendError): boolean {
  return outcomeUnknown || (status === undefined && !refusals.has(code));
}

/** Whether the same request can succeed later, still as the same intent. */
export function isTransient({ code }: BackendError): boolean {
  return code === 'rateLimited' || code === 'unavailable' || code === 'timeout';
}

/** Codes that a backend gives only if it did nothing. */
const refusals: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unauthenticated',
  'forbidden',
  'notFound',
  'conflict',
  'invalid',
  'rateLimited',
]);
