import * as v from 'valibot';
import type { ProblemField } from '../domain/problem.js';
import { problemStatus, type Problem } from './problem.js';

const problemShape = v.object({
  title: v.optional(v.string(), ''),
  detail: v.optional(v.string()),
  code: v.optional(v.string()),
  fields: v.fallback(
    v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
    undefined,
  ),
  outcomeUnknown: v.fallback(v.optional(v.boolean()), undefined),
  usedBy: v.fallback(v.optional(v.array(v.string())), undefined),
  retryAfterSeconds: v.fallback(v.optional(v.number()), undefined),
});

/** A parsed problem. */
export interface ReadProblem {
  /** False: the body is not a problem of the host API; a proxy may have answered. */
  readonly isFromHost: boolean;
  readonly code: Problem['code'];
  readonly message: string;
  readonly fields?: readonly ProblemField[];
  readonly outcomeUnknown?: boolean;
  readonly usedBy?: readonly string[];
  readonly retryAfterSeconds?: number;
}

/**
 * Parses the body of an error. Falls back to the status for any body that is not a problem of the
 * host API, such as a proxy's HTML.
 */
export function parseProblem(status: number, body: unknown): ReadProblem {
  const parsed = v.safeParse(problemShape, body);
  if (!parsed.success) {
    return { isFromHost: false, code: toCode(status), message: `The host answered ${status}.` };
  }
  const { title, detail, code, fields, outcomeUnknown, usedBy, retryAfterSeconds } = parsed.output;
  return {
    isFromHost: isProblemCode(code),
    code: isProblemCode(code) ? code : toCode(status),
    message: detail ?? (title || `The host answered ${status}.`),
    ...(fields && { fields }),
    ...(outcomeUnknown !== undefined && { outcomeUnknown }),
    ...(usedBy && { usedBy }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

function isProblemCode(code: string | undefined): code is Problem['code'] {
  return code !== undefined && Object.hasOwn(problemStatus, code);
}

function toCode(status: number): Problem['code'] {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'notFound';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 429) return 'rateLimited';
  if (status === 408 || status === 504) return 'timeout';
  if (status === 502) return 'malformed';
  if (status === 503) return 'unavailable';
  return status >= 400 && status < 500 ? 'invalid' : 'unknown';
}
