import type { ProblemCode, ProblemField } from '../domain/problem.js';

/** The media type of every error (RFC 9457). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** The default status of each code. */
export const problemStatus: Readonly<Record<Exclude<ProblemCode, 'offline'>, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  invalid: 422,
  rateLimited: 429,
  unknown: 500,
  malformed: 502,
  unavailable: 503,
  timeout: 504,
};

/** An error of the host API: `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: Exclude<ProblemCode, 'offline'>;
  readonly fields?: readonly ProblemField[];
  /** True: the call may have been carried out all the same. */
  readonly outcomeUnknown?: boolean;
  /** Names of the integrations that use what was to be removed. */
  readonly usedBy?: readonly string[];
  /** Seconds to wait before trying again; also said as `Retry-After`. */
  readonly retryAfterSeconds?: number;
}
