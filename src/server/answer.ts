import type { Problem } from '../wire/problem.js';
import { PROBLEM_MEDIA_TYPE } from '../wire/problem.js';
import type { ProblemError } from './problemError.js';

/** The result of an operation; without a body if the status allows none. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The headers of every answer: private to one user, and only ever data. */
const alwaysSent: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

export function toResponse({ status, body, headers }: Answer, type = 'application/json'): Response {
  const content = body === undefined ? null : JSON.stringify(body);
  return new Response(content, {
    status,
    headers: { ...(content !== null && { 'Content-Type': type }), ...alwaysSent, ...headers },
  });
}

/** The refusal as RFC 9457 has it; equal refusals give equal bytes. */
export function toProblemResponse({ code, status, details }: ProblemError): Response {
  const { detail, fields, outcomeUnknown, usedBy, retryAfterSeconds, headers } = details;
  const problem = {
    type: 'about:blank',
    title: toTitle(code),
    status,
    code,
    detail,
    fields: fields?.length === 0 ? undefined : fields,
    outcomeUnknown,
    usedBy: usedBy?.length === 0 ? undefined : usedBy,
    retryAfterSeconds,
  } satisfies { readonly [member in keyof Problem]: Problem[member] | undefined };
  const retryAfter = retryAfterSeconds !== undefined && { 'Retry-After': `${retryAfterSeconds}` };
  const answer = { status, body: problem, headers: { ...retryAfter, ...headers } };
  return toResponse(answer, PROBLEM_MEDIA_TYPE);
}

/** `rateLimited` → `Rate limited`: for developers; browsers have their own words for each code. */
function toTitle(code: Problem['code']): string {
  const words = code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
