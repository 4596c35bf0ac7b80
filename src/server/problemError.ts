import type { ProblemCode, ProblemField } from '../domain/problem.js';
import { problemStatus } from '../wire/problem.js';

export interface ProblemErrorDetails {
  /** Overrides the code's default status. */
  readonly status?: number;
  /** For the browser: nothing in it may be secret. */
  readonly detail?: string | undefined;
  readonly fields?: readonly ProblemField[];
  readonly outcomeUnknown?: true;
  /** Names of the integrations that use what was to be removed. */
  readonly usedBy?: readonly string[];
  readonly retryAfterSeconds?: number | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the host's `onError`, never for the browser. */
  readonly cause?: unknown;
}

/** Thrown anywhere in the handling of a request; becomes its `application/problem+json`. */
export class ProblemError extends Error {
  readonly code: Exclude<ProblemCode, 'offline'>;
  readonly status: number;
  readonly details: ProblemErrorDetails;

  constructor(code: Exclude<ProblemCode, 'offline'>, details: ProblemErrorDetails = {}) {
    const status = details.status ?? problemStatus[code];
    super(details.detail ?? `Refused as ${code}.`, { cause: details.cause });
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** The same 404 for what does not exist and for what belongs to another user. */
export function notFound(): ProblemError {
  return new ProblemError('notFound');
}

/** The 422 of one invalid member of the browser's input. */
export function invalidField(path: string, message: string): ProblemError {
  return new ProblemError('invalid', { detail: message, fields: [{ path, message }] });
}
